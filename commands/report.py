"""The report on a review, to be handed to those who decide."""

from pathlib import Path
from typing import Annotated

import typer

from dutygraph.commands.filter_options import StatedFilters, with_filters
from dutygraph.commands.session import fail, open_store, session, write_line

_SHAPES = ("docx", "xlsx", "html", "pdf")


Out = Annotated[
    Path,
    typer.Option(
        "-o", "--out", help="输出文件，以 .docx、.xlsx、.html 或 .pdf 结尾 / file to write, by its ending"
    ),
]
OneTopic = Annotated[str | None, typer.Option(help="只看此议题，编号或其开头 / only this topic, by its id")]
OnDemand = Annotated[
    bool,
    typer.Option(
        "--on-demand", help="也列无人核查的常规交叉、可能重叠 / also ordinary interplay and possible overlaps"
    ),
]


@with_filters
def report(out: Out, stated: StatedFilters, topic: OneTopic = None, on_demand: OnDemand = False) -> None:
    """输出核查报告（Word、Excel、网页、PDF） / Write a report on the review as a Word, Excel, HTML or PDF file."""
    from dutygraph.queries.findings.read.filters import FindingFilters
    from dutygraph.queries.findings.read.report_data import report_data
    from dutygraph.visualize.report.files import ReportShape, write_report

    ending = out.suffix.lower().removeprefix(".")
    if ending not in _SHAPES:
        fail(
            f"文件名应以 .docx、.xlsx、.html 或 .pdf 结尾：{out} / the file should end in .docx, .xlsx, .html or .pdf"
        )
    selection = FindingFilters.of(stated).selection
    with open_store() as store:
        data = report_data(store, selection, topic, on_demand=on_demand)
    write_report(data, out, ReportShape(ending), session.lang)
    write_line(str(out))
