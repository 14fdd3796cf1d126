"""Commands about what people say of findings."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from dutygraph.commands.front_door import CommandLine
from dutygraph.commands.session import ParseShape, open_store, session, write_json

JudgementName = Literal["confirmed", "justified", "dismissed", "undecided"]
OptionName = Literal[
    "clarify_boundary", "name_lead", "merge", "delete", "delegate", "supplement",
    "correct", "replace", "exchange", "reassign", "confirm_nil",
]  # fmt: skip

app = CommandLine("核查意见：导出、导入、复查 / Verdicts: export, import, report.")


def verdict(
    id_: Annotated[
        str,
        typer.Argument(
            help="问题线索或议题的编号，或其开头几位 / id of a finding or topic, or its beginning"
        ),
    ],
    value: Annotated[
        JudgementName,
        typer.Argument(
            help="属实、有合理原因、不成立、待研究 / a problem, has its reason, is none, stays open"
        ),
    ],
    by: Annotated[str, typer.Option(help="核查人 / who says so")],
    note: Annotated[str | None, typer.Option(help="说明 / why")] = None,
    option: Annotated[OptionName | None, typer.Option(help="整改方式 / the way to mend it")] = None,
    responsible: Annotated[str | None, typer.Option(help="整改责任单位 / the body that has to act")] = None,
    due: Annotated[str | None, typer.Option(help="整改期限，如 2026-03-31 / by which day")] = None,
) -> None:
    """记录对一条问题线索或一个议题的核查意见；以前的意见保留 / Record what a person says about a finding or topic."""
    from dutygraph.commands.terminal.verdicts import show_judged
    from dutygraph.queries.findings.review.decisions import Decision
    from dutygraph.queries.findings.review.verdicts import judge

    decision = Decision.of(
        {
            "value": value,
            "by": by,
            "note": note,
            "option": option,
            "responsible": responsible,
            "due": due,
        }
    )
    with open_store() as store:
        judged = judge(store, id_, decision)
        show_judged(store, judged, session.lang)


@app.command("export")
def export(path: Annotated[Path, typer.Argument(help="输出文件 / the file to write (JSON Lines)")]) -> None:
    """导出全部核查意见 / Write all verdicts as JSON lines."""
    from dutygraph.commands.terminal.verdicts import show_exported
    from dutygraph.queries.verdicts.files import export_verdicts

    with open_store() as store:
        count = export_verdicts(store, path)
    show_exported(count, str(path), session.lang)


@app.command("import")
def import_(path: Annotated[Path, typer.Argument(help="导出的文件 / a file that export wrote")]) -> None:
    """导入核查意见；已有的不重复 / Add verdicts from JSON lines; those that are there already stay single."""
    from dutygraph.commands.terminal.verdicts import show_imported
    from dutygraph.queries.verdicts.files import import_verdicts

    with open_store(new=True) as store:
        new, present = import_verdicts(store, path)
    show_imported(new, present, session.lang)


@app.command("report")
def report(shape: Annotated[ParseShape, typer.Option("--format")] = ParseShape.table) -> None:
    """新的计算结果与核查意见不符之处 / Where what is computed now contradicts a verdict."""
    from dutygraph.commands.terminal.verdicts import show_report
    from dutygraph.queries.verdicts.report import verdict_report

    with open_store() as store:
        contradictions = verdict_report(store)
    if shape is ParseShape.json:
        write_json(contradictions.model_dump_json(indent=1))
    else:
        show_report(contradictions, session.lang)
