"""A report as one HTML file that needs nothing but itself, to be read on a screen or printed."""

from dutygraph.visible import visible_in_xml
from dutygraph.visualize.rendering import environment, inlined, words
from dutygraph.visualize.report.model import ReportBars, ReportGrid, ReportHeading, ReportPaper


def web_file(report: ReportPaper) -> bytes:
    """Return the bytes of an .html file, in UTF-8; characters that turn the order of writing are spelled."""
    page = environment().get_template("report.html")
    headings = [block for block in report.blocks if isinstance(block, ReportHeading)]
    anchors = {id(heading): f"part-{number}" for number, heading in enumerate(headings, start=1)}
    html = page.render(
        **words(report.lang),
        report=report,
        contents=[(anchors[id(one)], one) for one in headings if one.level < 3],
        anchor=lambda heading: anchors[id(heading)],
        kind_of=_kind_of,
        style=inlined("static/report.css"),
    )
    return visible_in_xml(html).encode()


def _kind_of(block: object) -> str:
    kinds = {ReportHeading: "heading", ReportGrid: "grid", ReportBars: "bars"}
    return kinds.get(type(block), "paragraph")
