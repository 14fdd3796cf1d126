"""监管制度: regimes of supervision, each with its sections (一、监督检查对象, 二、监督检查内容 …)."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Block, Paragraph, Table
from ingest.draft import ListDraft, shorten
from ingest.records import Locator, Regime, RegimeSection
from ingest.sections.headings import without_number
from ingest.sections.regimes import RegimeStart, find_regimes
from ingest.text import is_filler, or_none
from ingest.vocabulary import vocabulary

SECTION = "监管制度"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the section: its text and where it stands."""

    text: str
    locator: Locator


def read_supervision(blocks: Sequence[Block], draft: ListDraft) -> None:
    """Read the regimes of a list into the draft; paragraphs outside of any regime become warnings."""
    lines = _lines(blocks)
    starts = find_regimes([line.text for line in lines])
    names = {start.title for start in starts}
    for line in lines[: starts[0].title_at if starts else len(lines)]:
        if not is_filler(line.text) and without_number(line.text) not in names:
            draft.warn("unplaced_text", f"{SECTION}：制度之外的文字“{shorten(line.text)}”", line.locator)
    ends = [start.title_at for start in starts[1:]] + [len(lines)]
    for start, end in zip(starts, ends, strict=False):
        draft.supervision.append(_regime(start, lines, end))
        if not start.title:
            draft.warn("no_title", f"{SECTION}：制度没有名称", lines[start.title_at].locator)


def _lines(blocks: Sequence[Block]) -> list[Line]:
    """Paragraphs and, where a regime holds a table, one line per row with its cells after one another."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Table):
            for row in [block.header, *block.rows]:
                lines.append(Line(" ".join(cell.text for cell in row.cells if cell.text), row.locator))
        elif isinstance(block, Paragraph) and block.locator:
            lines.append(Line(block.text, block.locator))
    return [line for line in lines if line.text]


def _regime(start: RegimeStart, lines: Sequence[Line], end: int) -> Regime:
    stops = [heading.at for heading in start.headings] + [end]
    body = [
        _section(heading.mark.text, heading.mark.rest, lines[heading.at + 1 : stop])
        for heading, stop in zip(start.headings, stops[1:], strict=True)
    ]
    if stops[0] > start.body_at:
        body.insert(0, _section("", "", lines[start.body_at : stops[0]]))
    targets = next((s.text.replace("\n", "") for s in body if s.heading in vocabulary().targets), "")
    return Regime(
        title=start.title,
        locator=lines[start.title_at].locator,
        targets=or_none(targets),
        sections=[heading.mark.text for heading in start.headings],
        body=body,
    )


def _section(heading: str, rest: str, lines: Sequence[Line]) -> RegimeSection:
    """A section: its heading, what stands beside it on the same line, and the lines under it."""
    return RegimeSection(
        heading=heading, text="\n".join(filter(None, [rest, *(line.text for line in lines)]))
    )
