"""The lists in a document: where each begins, its title and the body that publishes it, and its sections."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Block, Paragraph, Passage, Row, Table, Title, Unread
from dutygraph.ingest.lists.frame import is_form_line
from dutygraph.ingest.lists.titles import (
    BRACKET,
    body_of,
    is_title_line,
    names_body,
    names_list,
    stamped_body,
)
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import is_filler

_NOTICE = re.compile(r"^(?P<name>\S{2,30}?)(?:关于|印发)")
_TITLE_LINES = 3


@dataclass(slots=True)
class Section:
    """A section of a list: its name, its heading's place, and the blocks under it."""

    name: str
    locator: Locator
    blocks: list[Block] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under the heading, or only …… or 无, or a table without rows."""
        return not any(_says_something(block) for block in self.blocks)

    @property
    def content(self) -> list[Block]:
        """The blocks that can be read, without those that only say that there is nothing."""
        return [
            block
            for block in self.blocks
            if isinstance(block, Table) or (_says_something(block) and not isinstance(block, Unread))
        ]


@dataclass(slots=True)
class RawList:
    """One list of a document before its sections are read."""

    title: str
    department: str
    also_known_as: list[str]
    locator: Locator
    preface: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    @property
    def has_content(self) -> bool:
        """Whether any section says something."""
        return not all(section.is_empty for section in self.sections)


def split_lists(blocks: Sequence[Block]) -> list[RawList]:
    """Cut a document into its lists. A list begins at its title, or with its first section where it has none.

    What stands before the first title, or on a cover, goes to the preface of the list that follows.
    """
    if not blocks:
        return []
    starts = _starts(blocks)
    ends = [start for start, _ in starts[1:]] + [len(blocks)]
    lists = [_raw_list(blocks, start, length, end) for (start, length), end in zip(starts, ends, strict=True)]
    lists[0].preface[:0] = blocks[: starts[0][0]]
    return _put_together(lists)


def _starts(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Return (index of the first title line, number of title lines) of each list."""
    starts: list[tuple[int, int]] = []
    floor = 0
    for index in range(len(blocks)):
        if index < floor or not _opens_list(blocks, index):
            continue
        first = index
        while first > floor and index - first < _TITLE_LINES - 1 and _continues_title(blocks, first):
            first -= 1
        starts.append((first, index - first + 1))
        floor = index + 1
    if not (starts and not any(_section_name(b) for b in blocks[: starts[0][0]])):
        starts.insert(0, (0, 0))
    return starts


def _opens_list(blocks: Sequence[Block], index: int) -> bool:
    """The last title line: it ends in 责任清单, or names a body and the section 部门职责 follows."""
    text = _line(blocks[index])
    if isinstance(blocks[index], Title):
        return True
    if not is_title_line(text):
        return False
    if names_list(text):
        return True
    following = _section_name(blocks[index + 1]) if index + 1 < len(blocks) else None
    return following == "部门职责" and names_body(text)


def _continues_title(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line above belongs to the title: it names the body, and this line only adds to it."""
    above, text = _line(blocks[index - 1]), _line(blocks[index])
    if isinstance(blocks[index], Title):
        return False
    alone = folded(BRACKET.sub("", text)).strip() in ("", *vocabulary().list_words)
    return is_title_line(above) and names_body(above) and (alone or text[0] in "（(")


def _raw_list(blocks: Sequence[Block], start: int, title_lines: int, end: int) -> RawList:
    if title_lines:
        raw = _named("".join(_line(block) for block in blocks[start : start + title_lines]), blocks[start])
    else:
        raw, title_lines = _named_by_body(blocks[start:end])
    for block in blocks[start + title_lines : end]:
        if name := _section_name(block):
            raw.sections.append(Section(name, _place(block)))
        elif isinstance(block, Table) and (name := _misplaced(block, raw.sections)):
            raw.sections.append(Section(name, block.header.locator, [block]))
        elif not _repeats_name(block, raw.department):
            (raw.sections[-1].blocks if raw.sections else raw.preface).append(block)
    return raw


def _named(title: str, block: Block) -> RawList:
    inside = [name for inner in BRACKET.findall(title) for name in re.split("[、，,]", inner)]
    names = [name for name in inside if folded(name).endswith(vocabulary().body_words)]
    return RawList(title, body_of(title), names, _place(block))


def _named_by_body(blocks: Sequence[Block]) -> tuple[RawList, int]:
    """Without a title, the body is named by 部门名称（盖章）：, or by a notice (某局关于印发…的通知).

    Returns the list and how many blocks its name takes up.
    """
    for block in blocks:
        if name := stamped_body(_line(block)):
            return RawList(name, name, [], _place(block)), 0
    first, second = [*(_line(block) for block in blocks[:2]), "", ""][:2]
    if not (is_title_line(first) and names_body(first)):
        return RawList("", "", [], _place(blocks[0])), 0
    notice = second if _NOTICE.match(folded(first + second)) else ""
    return RawList(first + notice, first, [], _place(blocks[0])), 2 if notice else 1


def _repeats_name(block: Block, department: str) -> bool:
    """Say whether a block only repeats the body's name, as 部门名称（盖章）：某局 does."""
    return bool(department) and stamped_body(_line(block)) == department


def _put_together(lists: Sequence[RawList]) -> list[RawList]:
    """One list for each title: parts printed under the same title (a sheet for each section, say) belong together.

    A part without content is a cover or stands in a table of contents: the list begins at the next one.
    """
    kept: dict[object, RawList] = {}
    for raw in lists:
        key = raw.title or id(raw)
        first = kept.get(key)
        if first and first.has_content:
            first.preface += raw.preface
            first.sections += raw.sections
            continue
        if first:
            raw.preface[:0] = kept.pop(key).preface
        kept[key] = raw
    return list(kept.values())


def _misplaced(table: Table, sections: Sequence[Section]) -> str | None:
    """The section whose columns a table has, when that is not the one it stands in."""
    current = sections[-1].name if sections else None
    name, _ = vocabulary().roles([cell.text for cell in table.header.cells], current)
    return name if name != current else None


def _section_name(block: Block) -> str | None:
    return vocabulary().section_of_heading(block.text) if isinstance(block, Paragraph) else None


def _line(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _place(block: Block) -> Locator:
    return (block.locator if isinstance(block, Passage) else block.header.locator) or Locator()


def _says_something(block: Block) -> bool:
    if isinstance(block, Table):
        rows = block.rows if _is_header(block.header) else [block.header, *block.rows]
        return any(not is_filler(row.text) for row in rows)
    if isinstance(block, Unread):
        return True
    return not (is_filler(block.text) or block.text in vocabulary().nothing or is_form_line([block.text]))


def _is_header(row: Row) -> bool:
    """Whether most texts of a table's first row are header words; where the header was lost it holds content."""
    texts = [cell.text for cell in row.cells if cell.text]
    return sum(text in vocabulary().header_words for text in texts) * 2 > len(texts)
