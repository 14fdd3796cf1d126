"""What share of a list's characters its records hold; the rest stands in warnings and counts as not read."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import Field

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.document import Block, Passage, Row, Table, Unread
from dutygraph.ingest.lists.cutting import RawList
from dutygraph.ingest.lists.frame import counts_columns
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.placing import says_something
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.records import Locator, ParseWarning, Record
from dutygraph.ingest.warnings import warning
from dutygraph.settings import Settings

_WORDS = re.compile(r"[^\W\d_①-⒛Ⅰ-Ⅻ㈠-㈩㉑-㉟㊱-㊿⓫-⓾❶-➓]+")
"""What a text is compared by: its runs of letters. Readers take numbers of items and marks off, and never a letter."""
_NUMERAL = re.compile(
    rf"^(?:第|(?:监管)?(?:制度|事项))?[{ITEM_NUMERALS}]{{1,4}}(?:章|节|条|项|部分)?(?:是|$)"
)
"""A number of an item in letters, as a run of its own (一、, 第一，) or before the item (一是…); readers take it off."""
_ITEM = re.compile(rf"[（(]?第?[{ITEM_NUMERALS}]{{1,3}}[、．.，,）)是]")
_DIVISION = re.compile(
    "(?:关于|对于|在)?(?P<matter>.{2,40}?)(?:方面|工作中)?的?(?:职责|责任)?(?:分工|边界|划分)"
)
"""A matter as running text announces it: 关于燃气安全监管的职责分工."""
_BY = re.compile("(?:原则上|并)?由(?=[省市区县])")
"""What stands before the body that a part of running text begins with."""
_LONGEST_HEADER = 24
_LONGEST_JOINT = 60
"""Letters; a longer run is not looked through for records that stand in it without a mark between."""
_MOST_JOINTS = 2
"""A matter, its party and the part of that may stand without a mark between."""


class ReadingSettings(Settings):
    """When a list counts as read."""

    read_share: float = Field(
        default=0.9,
        ge=0,
        le=1,
        description="章节（或清单）的文字至少有多大比例归入了内容才算读全；低于此值标为“未读全”，有关的缺失类问题不予列出"
        " / share of the characters of a section (or list) that its records must hold for it to count as read; below it is"
        " marked as read in part, and findings that something is missing there are held back",
    )


@dataclass(slots=True)
class Share:
    """Characters that are printed, and those of them that records hold."""

    printed: int = 0
    held: int = 0
    unread: int = 0
    """Pictures and other things without characters that could not be read."""

    @property
    def placed(self) -> float:
        """The share that records hold, from 0 to 1; 1 where nothing is printed, 0 where nothing could be read."""
        if not self.printed:
            return 0.0 if self.unread else 1.0
        return self.held / self.printed


@dataclass(frozen=True, slots=True)
class Accounting:
    """The share that was placed of a list, and of each of its sections by name."""

    whole: Share
    sections: Mapping[str, Share]
    least: float
    """The share from which on a part counts as read."""

    def facts(self) -> dict[str, Any]:
        """Return the fields of a list that tell how far it was read."""
        return {
            "placed": _rounded(self.whole),
            "placed_by_section": {name: _rounded(share) for name, share in self.sections.items()},
            "read_in_part": self._in_part(self.whole),
            "sections_read_in_part": list(self._sections_in_part()),
        }

    def warnings(self, locator: Locator) -> list[ParseWarning]:
        """Return the warning about a list that was not read as a whole, none about others."""
        in_part = [f"{name} {_rounded(share):.1%}" for name, share in self._sections_in_part().items()]
        if not (in_part or self._in_part(self.whole)):
            return []
        sections = Bilingual(zh=f"（{'、'.join(in_part)}）", en=f" ({', '.join(in_part)})")
        nothing = Bilingual(zh="", en="")
        share = f"{_rounded(self.whole):.1%}"
        return [warning("read_in_part", locator, share=share, sections=sections if in_part else nothing)]

    def _sections_in_part(self) -> Mapping[str, Share]:
        return {name: share for name, share in self.sections.items() if self._in_part(share)}

    def _in_part(self, share: Share) -> bool:
        return share.unread > 0 or share.placed < self.least


def account(raw: RawList, department: str, records: Mapping[str, Sequence[Record]]) -> Accounting:
    """Count the characters of a list against those of its records, given by field of the parse output.

    Titles, headings, the name of its ``department`` and headers of columns do not count, nor what only says that there
    is nothing (无, ……), nor what a form prints around the content, nor columns that belong to no section (追责情形). Labels
    (承办机构：) are held with what they label.
    """
    names = _words_of([raw.title, department, *raw.also_known_as])
    held = {
        section.name: names | _words_of(records.get(section.field, ())) | _words_of(section.columns)
        for section in section_kinds().values()
    }
    sections: dict[str, Share] = {}
    whole = Share()
    for section in raw.sections:
        share = sections.setdefault(section.name, Share()) if section.name else whole
        _count(section.blocks, held.get(section.name, set()), share, section.name)
    _count(raw.preface, set().union(*held.values()), whole, "")
    for share in sections.values():
        whole.printed += share.printed
        whole.held += share.held
        whole.unread += share.unread
    return Accounting(whole, sections, reading_settings().read_share)


@cache
def reading_settings() -> ReadingSettings:
    """Return the settings of this process, from the environment. Raises SettingError."""
    return ReadingSettings()


def _rounded(share: Share) -> float:
    """Return the share to three digits, 1 only where all was placed."""
    return 1.0 if share.placed == 1 else min(round(share.placed, 3), 0.999)


def _count(blocks: Iterable[Block], held: set[str], share: Share, section: str) -> None:
    for block in blocks:
        share.unread += isinstance(block, Unread)
        for text in _texts(block, section):
            for word in _WORDS.findall(text):
                content, is_held = word, word in held
                if not is_held:
                    content = _content_of(word, held)
                    is_held = _is_held(content, held)
                share.printed += len(content)
                share.held += len(content) if is_held else 0


def _content_of(word: str, held: set[str]) -> str:
    """Return a run of letters without the number of an item, or what announces a matter, that a reader took off it."""
    word = word[len(by[0]) :] if (by := _BY.match(word)) else word
    number, division = _NUMERAL.match(word), _DIVISION.fullmatch(word)
    if division and division["matter"] in held:
        return division["matter"]
    return word[number.end() :] if number else word


def _texts(block: Block, section: str) -> Iterator[str]:
    """Yield the texts of a block that are content; those of columns that belong to no section are none."""
    if isinstance(block, Table):
        block = _without_columns_beside(block, section)
        header = [cell for cell in block.header.cells if len(cell.text) > _LONGEST_HEADER]
        counts = block.rows and counts_columns(block.rows[0].texts)
        rows: list[Sequence[Passage]] = [header, *(row.cells for row in block.rows[1 if counts else 0 :])]
    else:
        rows = [[block]]
    for row in rows:
        texts = [passage.text for passage in row]
        if says_something(texts):
            for passage, text in zip(row, texts, strict=True):
                yield text if len(passage.spans) < 2 else _printed(passage)


def _without_columns_beside(table: Table, section: str) -> Table:
    """Return a table without the columns that belong to no section, of which there is a warning already."""
    columns = [
        at
        for at, cell in enumerate(table.header.cells)
        if not (section and vocabulary().stands_beside(cell.text, section))
    ]
    if len(columns) == len(table.header.cells):
        return table
    header, *rows = (Row([row.cells[at] for at in columns]) for row in (table.header, *table.rows))
    return Table(header, rows)


def _printed(passage: Passage) -> str:
    """Return the text of a passage with a break before each line that begins as an item does."""
    lines = (span.cleaned for span in passage.spans)
    return "".join(f"\n{line}" if _ITEM.match(line) else line for line in lines)


def _is_held(word: str, held: set[str], joints: int = _MOST_JOINTS) -> bool:
    """Whether a record has the run of letters; or some have it, of a text cut where no mark stands (古树保护 某局负责…)."""
    if word in held:
        return True
    if len(word) > _LONGEST_JOINT or not joints:
        return False
    return any(word[:at] in held and _is_held(word[at:], held, joints - 1) for at in range(1, len(word)))


def _words_of(value: Any) -> set[str]:
    """Return the runs of letters in all texts of records and what is within them; the name of a sheet is none of them."""
    texts: list[str] = []
    _collect(value, texts)
    return set(_WORDS.findall("\n".join(texts)))


def _collect(value: Any, texts: list[str]) -> None:
    if isinstance(value, str):
        texts.append(value)
    elif value is None or isinstance(value, Locator):
        return
    elif isinstance(value, Record):
        _collect(value.__dict__.values(), texts)
    elif isinstance(value, Mapping):
        _collect(value.values(), texts)
    elif isinstance(value, Iterable):
        for inner in value:
            _collect(inner, texts)
