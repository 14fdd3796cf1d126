"""The lists in a document: where each begins, its title and the body that publishes it, and its sections."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.document import Block, Paragraph, Passage, Table
from ingest.records import Locator
from ingest.text import is_filler
from ingest.vocabulary import vocabulary

_BRACKET = re.compile(r"[（(]([^（）()]*)[）)]")
_STAMP = re.compile(
    r"^(?:部门名称|单位名称|部门|单位|填报单位)[（(]?(?:盖章|公章|章)?[）)]?[：:](?P<name>\S{2,40})$"
)
_NOTICE = re.compile(r"^(?P<name>\S{2,30}?)(?:关于|印发)")
_SENTENCE_MARKS = "。；，：:;,、！？"
_LONGEST_TITLE_LINE = 60
_TITLE_LINES = 3


@dataclass(slots=True)
class Section:
    """A section of a list: its name, its heading's place, and the blocks under it."""

    name: str
    locator: Locator
    blocks: list[Block] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under the heading, or only …… or 无."""
        return not any(_says_something(block) for block in self.blocks)


@dataclass(slots=True)
class RawList:
    """One list of a document before its sections are read."""

    title: str
    department: str
    also_known_as: list[str]
    locator: Locator
    preface: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def split_lists(blocks: Sequence[Block]) -> list[RawList]:
    """Cut a document into its lists. A list begins at its title, or with its first section where it has none."""
    starts = _starts(blocks)
    ends = [start for start, _ in starts[1:]] + [len(blocks)]
    lists = [_raw_list(blocks, start, length, end) for (start, length), end in zip(starts, ends, strict=True)]
    return list(_merge_covers(lists))


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
    if not starts or (starts[0][0] > 0 and any(_section_name(b) for b in blocks[: starts[0][0]])):
        starts.insert(0, (0, 0))
    return starts


def _opens_list(blocks: Sequence[Block], index: int) -> bool:
    """The last title line: it ends in 责任清单, or names a body and the section 部门职责 follows."""
    text = _line(blocks[index])
    if not _is_title_line(text):
        return False
    if _bare(text).endswith(vocabulary().list_words):
        return True
    following = _section_name(blocks[index + 1]) if index + 1 < len(blocks) else None
    return following == "部门职责" and _names_body(text)


def _continues_title(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line above belongs to the title: it names the body, and this line only adds to it."""
    above, text = _line(blocks[index - 1]), _line(blocks[index])
    alone = _BRACKET.sub("", text).strip() in ("", *vocabulary().list_words)
    return _is_title_line(above) and _names_body(above) and (alone or text[0] in "（(")


def _is_title_line(text: str) -> bool:
    marks = _BRACKET.sub("", text)
    return (
        bool(text) and len(text) <= _LONGEST_TITLE_LINE and not any(mark in marks for mark in _SENTENCE_MARKS)
    )


def _names_body(text: str) -> bool:
    return (_BRACKET.sub("", text) or text.strip("（）()")).endswith(vocabulary().body_words)


def _bare(text: str) -> str:
    """A title without a bracket at its end, such as （2015年版）."""
    return re.sub(r"[（(][^（）()]*[）)]$", "", text)


def _raw_list(blocks: Sequence[Block], start: int, title_lines: int, end: int) -> RawList:
    body = list(blocks[start + title_lines : end])
    if title_lines:
        title = "".join(_line(block) for block in blocks[start : start + title_lines])
        raw = _named(title, blocks[start])
    else:
        raw = _named_by_body(body)
    for block in body:
        if name := _section_name(block):
            raw.sections.append(Section(name, _place(block)))
        elif isinstance(block, Table) and (name := _misplaced(block, raw.sections)):
            raw.sections.append(Section(name, block.header.locator, [block]))
        elif raw.sections:
            raw.sections[-1].blocks.append(block)
        else:
            raw.preface.append(block)
    return raw


def _named(title: str, block: Block) -> RawList:
    department, names = title, []
    for word in vocabulary().list_words:
        department = department.removesuffix(word)
    for inner in _BRACKET.findall(department):
        names += [name for name in re.split("[、，,]", inner) if name.endswith(vocabulary().body_words)]
    return RawList(title, _BRACKET.sub("", department), names, _place(block))


def _named_by_body(blocks: Sequence[Block]) -> RawList:
    """Without a title, the body is named by 部门名称（盖章）：, or by a notice (某局关于印发…的通知)."""
    for block in blocks:
        if match := _STAMP.match(_line(block)):
            return RawList(match["name"], match["name"], [], _place(block))
    first = [block for block in blocks[:_TITLE_LINES] if _line(block)]
    if first and _names_body(_line(first[0])):
        notice = len(first) > 1 and _NOTICE.match(_line(first[0]) + _line(first[1]))
        title = _line(first[0]) + (_line(first[1]) if notice else "")
        return RawList(title, _line(first[0]), [], _place(first[0]))
    return RawList("", "", [], _place(blocks[0]) if blocks else Locator())


def is_stamp(block: Block) -> bool:
    """Say whether a block is a line such as 部门名称（盖章）：某局, which repeats the body's name."""
    return bool(_STAMP.match(_line(block)))


def _merge_covers(lists: Sequence[RawList]) -> Iterator[RawList]:
    """Drop a cover or table of contents: a list without content that the next one repeats by title."""
    for index, raw in enumerate(lists):
        following = lists[index + 1] if index + 1 < len(lists) else None
        same = following and following.department == raw.department and following.title == raw.title
        if same and all(section.is_empty for section in raw.sections):
            continue
        yield raw


def _misplaced(table: Table, sections: Sequence[Section]) -> str | None:
    """The section whose columns a table has, when that is not the one it stands in."""
    current = sections[-1].name if sections else None
    name, _ = vocabulary().roles([cell.text for cell in table.header.cells], current)
    if current == "监管制度" and name not in ("公共服务", "部门职责", "职责边界"):
        return None
    return name if name != current else None


def _section_name(block: Block) -> str | None:
    return vocabulary().section_of_heading(block.text) if isinstance(block, Paragraph) else None


def _line(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _place(block: Block) -> Locator:
    return (block.locator if isinstance(block, Passage) else block.header.locator) or Locator()


def _says_something(block: Block) -> bool:
    if isinstance(block, Table):
        return any(not is_filler(cell.text) for row in block.rows for cell in row.cells)
    return not is_filler(block.text) and block.text not in vocabulary().nothing and not is_stamp(block)
