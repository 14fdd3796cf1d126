"""监管制度: regimes of supervision, each with its sections (一、监督检查对象, 二、监督检查内容 …)."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.document import Block, Paragraph, Table
from ingest.draft import ListDraft
from ingest.records import Locator, Regime, RegimeSection
from ingest.sections.regimes import Heading, RegimeStart, find_regimes
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
    first = starts[0].title_at if starts else len(lines)
    names = {start.title for start in starts}
    for line in lines[:first]:
        if not is_filler(line.text) and _without_number(line.text) not in names:
            draft.warn("unplaced_text", f"{SECTION}：制度之外的文字“{line.text[:40]}”", line.locator)
    ends = [start.title_at for start in starts[1:]] + [len(lines)]
    draft.supervision.extend(_regime(start, end, lines) for start, end in zip(starts, ends, strict=False))


def _lines(blocks: Sequence[Block]) -> list[Line]:
    """Paragraphs and, where a regime holds a table, one line per row with its cells after one another."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Table):
            for row in [block.header, *block.rows]:
                lines.append(Line(" ".join(cell.text for cell in row.cells if cell.text), row.locator))
        elif isinstance(block, Paragraph) and block.text and block.locator:
            lines.append(Line(block.text, block.locator))
    return [line for line in lines if line.text]


def _regime(start: RegimeStart, end: int, lines: Sequence[Line]) -> Regime:
    body = [_section(heading, stop, lines) for heading, stop in _ranges(start, end)]
    lead = "\n".join(line.text for line in lines[start.body_at : _first(start, end)])
    if lead:
        body.insert(0, RegimeSection(heading="", text=lead))
    targets = next((s.text.replace("\n", "") for s in body if s.heading in vocabulary().targets), None)
    return Regime(
        title=start.title,
        locator=lines[start.title_at].locator,
        targets=or_none(targets or ""),
        sections=[heading.text for heading in start.headings],
        body=body,
    )


def _first(start: RegimeStart, end: int) -> int:
    return start.headings[0].at if start.headings else end


def _ranges(start: RegimeStart, end: int) -> list[tuple[Heading, int]]:
    stops = [heading.at for heading in start.headings[1:]] + [end]
    return list(zip(start.headings, stops, strict=True))


def _section(heading: Heading, stop: int, lines: Sequence[Line]) -> RegimeSection:
    texts = [heading.rest] if heading.rest else []
    texts += [line.text for line in lines[heading.at + 1 : stop]]
    return RegimeSection(heading=heading.text, text="\n".join(texts))


def _without_number(text: str) -> str:
    from ingest.sections.regimes import title_text

    return title_text(text)
