"""The lists in a document: where each begins, its title and the body that publishes it, and its sections."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Block, Title, Unread, text_of
from dutygraph.ingest.lists.frame import is_form_line, is_page_line
from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.kinds import names_other_kind
from dutygraph.ingest.lists.naming import with_titles
from dutygraph.ingest.lists.placing import Section, place
from dutygraph.ingest.lists.titles import (
    BRACKET,
    body_of,
    is_title_line,
    names_body,
    noticed_title,
    stamped_body,
)
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.records import Locator

_NOTICE = re.compile(r"^(?P<name>\S{2,30}?)(?:关于|印发)")


@dataclass(slots=True)
class RawList:
    """One list of a document before its sections are read."""

    title: str
    department: str
    also_known_as: list[str]
    locator: Locator
    preface: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    """The sections in order; a part that is none of the known ones has no name."""

    @property
    def has_content(self) -> bool:
        """Whether any section says something."""
        return not all(section.is_empty for section in self.sections)


def split_lists(blocks: Sequence[Block]) -> list[RawList]:
    """Cut a document into its lists. A list begins at its title, or with its first section where it has none.

    What stands before the first title, or on a cover, goes to the preface of the list that follows.
    """
    blocks = with_titles([block for block in blocks if not is_page_line(text_of(block))])
    if not blocks:
        return []
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Title)]
    first = starts[0] if starts else len(blocks)
    lists = [
        _titled(blocks[start:end]) for start, end in zip(starts, [*starts[1:], len(blocks)], strict=False)
    ]
    if not lists or any(read_heading(text_of(block)).section for block in blocks[:first]):
        lists.insert(0, _untitled(blocks[:first]))
    else:
        above = [block for block in blocks[:first] if not _repeats_name(block, lists[0].department)]
        lists[0].preface[:0] = _without_banner(above)
    return _put_together(lists)


def _without_banner(blocks: Sequence[Block]) -> list[Block]:
    """Return what stands before the first title without pictures at its head: letterhead, seal, the banner of a page."""
    start = next((at for at, block in enumerate(blocks) if not _is_picture(block)), len(blocks))
    return list(blocks[start:])


def _is_picture(block: Block) -> bool:
    return isinstance(block, Unread) and block.what == "picture"


def _titled(blocks: Sequence[Block]) -> RawList:
    raw = _named(text_of(blocks[0]), blocks[0])
    raw.department = raw.department or _stamped(blocks)
    _fill(raw, blocks[1:])
    return raw


def _fill(raw: RawList, blocks: Sequence[Block]) -> None:
    """Place the blocks of a list; one that has none of the known sections is one of rules, which have no headings."""
    rest = [block for block in blocks if not _repeats_name(block, raw.department)]
    below = next((at for at in range(len(rest), 0, -1) if not is_form_line([text_of(rest[at - 1])])), 0)
    # the signature below the list
    if raw.department and below and text_of(rest[below - 1]) == raw.department:
        del rest[below - 1]
    raw.preface, raw.sections = place(rest)
    if not any(section.name for section in raw.sections):
        raw.preface, raw.sections = rest, []


def _named(title: str, block: Block) -> RawList:
    body = body_of(title)
    inside = [name for inner in BRACKET.findall(title) for name in re.split("[、，,]", inner)]
    names = [name for name in inside if folded(name).endswith(vocabulary().body_words) and name != body]
    return RawList(title, body, names, block.locator or Locator())


def _untitled(blocks: Sequence[Block]) -> RawList:
    """Without a title, the body is named by 部门名称（盖章）：, or by a notice (某局关于印发…的通知)."""
    raw, lines_of_name = _named_by_body(blocks)
    _fill(raw, blocks[lines_of_name:])
    return raw


def _named_by_body(blocks: Sequence[Block]) -> tuple[RawList, int]:
    """Return the list and how many blocks its name takes up."""
    if name := _stamped(blocks):
        place_of_name = next(block for block in blocks if stamped_body(text_of(block)))
        return RawList(name, name, [], place_of_name.locator or Locator()), 0
    for block in blocks:
        if title := noticed_title(text_of(block)):
            return _named(title, block), 0
    first, second = [*(text_of(block) for block in blocks[:2]), "", ""][:2]
    if is_title_line(first) and names_other_kind(first, "boundaries", "township"):
        return RawList(first, "", [], blocks[0].locator or Locator()), 1
    if not (is_title_line(first) and names_body(first)):
        return RawList("", "", [], blocks[0].locator or Locator()), 0
    notice = second if _NOTICE.match(folded(first + second)) else ""
    return RawList(first + notice, first, [], blocks[0].locator or Locator()), 2 if notice else 1


def _stamped(blocks: Sequence[Block]) -> str:
    """Return the first body that is named by 部门名称（盖章）： or the like, "" without one."""
    return next(filter(None, (stamped_body(text_of(block)) for block in blocks)), "")


def _repeats_name(block: Block, department: str) -> bool:
    """Say whether a block only repeats the body's name, as 部门名称（盖章）：某局 and 关于公布某局责任清单的通知 do."""
    line = text_of(block)
    if not (department and line):
        return False
    title = noticed_title(line)
    return stamped_body(line) == department or (title is not None and body_of(title) == department)


def _put_together(lists: Sequence[RawList]) -> list[RawList]:
    """One list for each title: parts printed under the same title (a sheet for each section, say) belong together.

    A part without content is a cover, a menu, or stands in a table of contents: the next one begins the list. So is a
    title over many bodies (某区政府部门责任清单, 某开发区责任清单) that the name of the first of them follows.
    """
    by_title: dict[object, RawList] = {}
    cover: list[Block] = []
    for at, raw in enumerate(lists):
        is_over_many = not raw.department or raw.department.endswith(vocabulary().zones)
        if is_over_many and not raw.has_content and at + 1 < len(lists):
            cover += raw.preface
            continue
        raw.preface[:0], cover = cover, []
        key = raw.title or id(raw)
        first = by_title.get(key)
        if first and first.has_content:
            first.preface += raw.preface
            first.sections += raw.sections
            continue
        if first:
            raw.preface[:0] = by_title.pop(key).preface
        by_title[key] = raw
    return list(by_title.values())
