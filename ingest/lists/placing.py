"""The sections of a list: by their headings, or else by the columns of a table and the shape of a text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Block, Paragraph, Row, Table, Unread, lines, text_of
from dutygraph.ingest.lists.frame import is_form
from dutygraph.ingest.lists.headings import NO_HEADING, Heading, read_heading
from dutygraph.ingest.lists.inner_headings import NamedSections, Surroundings, is_inner
from dutygraph.ingest.lists.kinds import Words, section_kinds, section_named
from dutygraph.ingest.lists.sections.headings import bare_mark, ends_sentence, read_mark
from dutygraph.ingest.lists.sections.regimes import find_regimes
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import is_filler, without_bullet

_REGIMES = section_kinds()["supervision"]
_ANYWHERE = {None, "number", "remark"}
"""Roles of columns that tell nothing of the section."""
_LONGEST_HEADING = 20
"""Characters of a heading whose words are unknown."""


@dataclass(slots=True)
class Section:
    """A section of a list: its name, its heading as printed and its place, and the blocks under it.

    A part that is none of the known sections has no ``name``.
    """

    name: str
    locator: Locator
    blocks: list[Block] = field(default_factory=list)
    heading: Heading = NO_HEADING

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under the heading, or only …… or 无, or a table without rows."""
        return not any(_says_something(block) for block in self.blocks)

    @property
    def says_nil(self) -> bool:
        """Whether it says in words that there is nothing (无), and nothing else; ------ and …… say no such thing."""
        rows = (texts for block in self.blocks for texts in _texts(block))
        return self.is_empty and any(map(vocabulary().says_nothing, rows))

    @property
    def content(self) -> list[Block]:
        """The blocks that can be read, without those that only say that there is nothing."""
        return [
            block
            for block in self.blocks
            if isinstance(block, Table) or (_says_something(block) and not isinstance(block, Unread))
        ]


def place(blocks: Sequence[Block]) -> tuple[list[Block], list[Section]]:
    """Return what stands before the first section of a list, and its sections."""
    sections = [Section("", Locator())]
    """The first holds what stands before all headings."""
    named = NamedSections(blocks)
    for at, block in enumerate(blocks):
        current = sections[-1]
        if isinstance(block, Table):
            name = section_of_table(block, current)
            if not current.name and current is not sections[0] and not _has_table(current):
                current.name = name
            if name != current.name:
                caption = Heading("", None, block.header.text)
                sections.append(Section(name, block.header.locator, heading=caption))
            sections[-1].blocks.append(block)
        elif heading := _opening(blocks, at, sections, named):
            sections.append(Section(heading.section or "", block.locator or Locator(), heading=heading))
        else:
            current.blocks.append(block)
    preface, *rest = [part for section in sections for part in _by_shape(section)]
    if not preface.name:
        return preface.blocks, rest
    return [], [preface, *rest]


def section_of_table(table: Table, current: Section) -> str:
    """Return the section that a table belongs to by its columns: that of ``current`` unless another's fit clearly better.

    It is "" where the columns are those of no section, and nothing else says what the table is.
    """
    header = [folded(cell.text) for cell in table.header.cells]
    if _REGIMES.name != current.name and any(text in _REGIMES.words["targets"] for text in header):
        return _REGIMES.name
    if current.name == _REGIMES.name and any(text.startswith(_REGIMES.words["targets"]) for text in header):
        return current.name
    best, roles = vocabulary().roles(header, current.name or None)
    known = set(roles) - _ANYWHERE
    enough = 1 if current.heading.text or current.name else 0
    if best and best != current.name and known.intersection(_subject(best)) and len(known) > enough:
        return best
    own = {vocabulary().columns.get(current.name, {}).get(text) for text in header} - _ANYWHERE
    return current.name if own or not _has_table(current) else ""


def _subject(section: str | None) -> Words:
    kind = section_named(section)
    return kind.subject if kind else ()


def _has_table(section: Section) -> bool:
    return any(isinstance(block, Table) for block in section.blocks)


def _opening(
    blocks: Sequence[Block], at: int, sections: Sequence[Section], named: NamedSections
) -> Heading | None:
    """Return the heading that the line at an index is, None where it is text of the section above."""
    heading = read_heading(text_of(blocks[at]))
    current, following = sections[-1], next(iter(blocks[at + 1 : at + 2]), None)
    if heading.section:
        repeats = heading.section == current.name == _REGIMES.name and not current.is_empty
        top = next((one.heading for one in reversed(sections) if one.name), NO_HEADING)
        where = Surroundings(current.name, top, current.blocks, following, named.below(at))
        return None if repeats or (current.name and is_inner(heading, where)) else heading
    if not 0 < len(heading.text) <= _LONGEST_HEADING or ends_sentence(heading.text):
        return None
    last = next((one.heading for one in reversed(sections) if one.heading.style), NO_HEADING)
    is_next = heading.follows(last) and not _numbers_alike(current, heading)
    is_other = heading.is_other_part and any(section.name for section in sections)
    heads_table = isinstance(following, Table)
    if is_next or (heads_table and last is NO_HEADING and heading.style and not _has_table(current)):
        return heading
    return heading if is_other and (heads_table or current.name != _REGIMES.name) else None


def _numbers_alike(section: Section, heading: Heading) -> bool:
    """Whether the text of a section has numbers in the style of a heading, which may then be one of its items."""
    texts = (block.text for block in section.blocks if isinstance(block, Paragraph))
    return any(read_heading(text).style == heading.style for text in texts)


def _by_shape(section: Section) -> list[Section]:
    """Return a section in two where regimes of supervision begin in it: 监督检查对象 and the like head their text.

    They are looked for behind its last table.
    """
    if section.name == _REGIMES.name:
        return [section]
    table_end = max((at for at, block in enumerate(section.blocks, 1) if isinstance(block, Table)), default=0)
    texts = [without_bullet(line.text) for line in lines(section.blocks[table_end:])]
    heads = [
        at
        for at, text in enumerate(texts)
        if (read_mark(text) or bare_mark(text, 1)).text in _REGIMES.words["targets"]
    ]
    starts = find_regimes(texts) if heads else []
    if not starts:
        return [section]
    filled = [
        at
        for at, block in enumerate(section.blocks[table_end:], table_end)
        if isinstance(block, Paragraph) and block.text
    ]
    at = filled[starts[0].title_at]
    regimes = Section(_REGIMES.name, lines(section.blocks[at:])[0].locator, section.blocks[at:])
    if at == 0 and section.heading.text:
        return [Section(_REGIMES.name, section.locator, section.blocks, section.heading)]
    return [Section(section.name, section.locator, section.blocks[:at], section.heading), regimes]


def _says_something(block: Block) -> bool:
    if isinstance(block, Table):
        rows = block.rows if _is_header(block.header) else [block.header, *block.rows]
        return any(says_something(row.texts) for row in rows)
    if isinstance(block, Unread):
        return True
    return says_something([block.text])


def _texts(block: Block) -> list[list[str]]:
    if isinstance(block, Table):
        return [row.texts for row in (block.header, *block.rows)]
    return [] if isinstance(block, Unread) else [[block.text]]


def says_something(texts: Sequence[str]) -> bool:
    """Say whether the cleaned texts of a row or a line are content: no rule of dashes, no 无, nothing that a form prints."""
    return not (all(map(is_filler, texts)) or vocabulary().says_nothing(texts) or is_form(texts))


def _is_header(row: Row) -> bool:
    """Whether most texts of a table's first row are header words; where the header was lost it holds content."""
    texts = [cell.text for cell in row.cells if cell.text]
    return sum(text in vocabulary().header_words for text in texts) * 2 > len(texts)
