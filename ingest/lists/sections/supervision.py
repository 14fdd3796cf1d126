"""监管制度: regimes of supervision, each with its sections (一、监督检查对象, 二、监督检查内容 …)."""

from collections.abc import Sequence
from dataclasses import replace

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Block, Line, Paragraph, Table, lines
from dutygraph.ingest.lists.draft import ListDraft
from dutygraph.ingest.lists.frame import is_contact
from dutygraph.ingest.lists.sections.headings import read_mark, without_number
from dutygraph.ingest.lists.sections.regime_tables import is_regime_table, needs_title, read_table
from dutygraph.ingest.lists.sections.regimes import WORDS, RegimeStart, can_be_title, find_regimes
from dutygraph.ingest.records import Regime, RegimeSection
from dutygraph.ingest.text import or_none, without_bullet


def read(blocks: Sequence[Block], draft: ListDraft) -> list[Regime]:
    """Return the regimes of the section, in its text and in tables; paragraphs outside of any become warnings."""
    regimes: list[Regime] = []
    text: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and is_regime_table(block):
            title = text.pop() if text and needs_title(block) and _is_title(text[-1]) else None
            regimes += _read_text(text, draft)
            regimes += read_table(block, title if isinstance(title, Paragraph) else None, draft)
            text = []
        else:
            text.append(block)
    return regimes + _read_text(text, draft)


def _is_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and can_be_title(block.text, read_mark(block.text))


def _read_text(blocks: Sequence[Block], draft: ListDraft) -> list[Regime]:
    regimes: list[Regime] = []
    texts = [replace(line, text=without_bullet(line.text)) for line in lines(blocks)]
    while texts and is_contact(texts[-1].text):
        draft.warn_unplaced(texts.pop())
    starts = find_regimes([line.text for line in texts])
    names = {start.title for start in starts}
    for line in texts[: starts[0].title_at if starts else len(texts)]:
        if without_number(line.text) not in names:
            draft.warn_unplaced(line, "outside_regimes")
    ends = [start.title_at for start in starts[1:]] + [len(texts)]
    for start, end in zip(starts, ends, strict=False):
        regimes.append(_regime(start, texts, end))
        if not start.title:
            draft.warn("no_title", texts[start.title_at].locator)
    return regimes


def _regime(start: RegimeStart, texts: Sequence[Line], end: int) -> Regime:
    stops = [heading.at for heading in start.headings] + [end]
    body = [
        _section(heading.mark.text, heading.mark.rest, texts[heading.at + 1 : stop])
        for heading, stop in zip(start.headings, stops[1:], strict=True)
    ]
    if stops[0] > start.body_at:
        body.insert(0, _section("", "", texts[start.body_at : stops[0]]))
    targets = next((s.text.replace("\n", "") for s in body if folded(s.heading) in WORDS["targets"]), "")
    return Regime(
        title=start.title,
        locator=texts[start.title_at].locator,
        targets=or_none(targets),
        sections=[heading.mark.text for heading in start.headings],
        body=body,
    )


def _section(heading: str, rest: str, texts: Sequence[Line]) -> RegimeSection:
    """A section: its heading, what stands beside it on the same line, and the lines under it."""
    return RegimeSection(
        heading=heading, text="\n".join(filter(None, [rest, *(line.text for line in texts)]))
    )
