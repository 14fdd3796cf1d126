"""Lines inside a section that read like the heading of another: items （二）公共服务 of duties, regimes named 公共服务."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dutygraph.ingest.document import Block, Paragraph, Table, text_of
from dutygraph.ingest.lists.headings import Heading, read_heading
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.sections.regimes import opens_regime

_MOST_AHEAD = 40
"""So many headings further down are compared; a list has four sections."""
_NEAR = 200
"""So many blocks up the last item is looked for."""
_REGIMES = section_kinds()["supervision"].name


class NamedSections:
    """The lines of a list that name sections, looked through when they are first asked for."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks

    def below(self, at: int) -> list[Heading]:
        """Return the next such lines behind the block at an index."""
        places, headings = self._found
        begin = bisect_right(places, at)
        return headings[begin : begin + _MOST_AHEAD]

    @cached_property
    def _found(self) -> tuple[list[int], list[Heading]]:
        read = ((at, read_heading(text_of(block))) for at, block in enumerate(self._blocks))
        found = [(at, heading) for at, heading in read if heading.section]
        return [at for at, _ in found], [heading for _, heading in found]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a line stands."""

    section: str
    top: Heading
    """The last heading of a section."""
    above: Sequence[Block]
    """The blocks of the section so far."""
    following: Block | None
    later: Sequence[Heading]
    """The lines further down that name sections."""


def is_inner(heading: Heading, where: Surroundings) -> bool:
    """Say whether a line that names a section stands inside the section above it.

    It does if its number goes on with the items there and not with the last heading of a section; if the same section has
    a heading in the style of that one further down; if it is the title of a regime; or if the rows of the table above go on.
    """
    top, later = where.top, where.later
    if where.section == _REGIMES == heading.section and opens_regime(text_of(where.following)):
        return True
    if _goes_on(where.above[-1] if where.above else None, where.following):
        return True
    if not top.style:
        return False
    if heading.style == top.style and heading.follows(top):
        return _is_item(heading, where.above) and any(_counts_again(heading, other) for other in later)
    if heading.style and _is_item(heading, where.above):
        one, last = heading.number or 0, top.number or 0
        may_count = heading.style not in ("（一）", top.style) and (
            where.section != _REGIMES or one - last == 1
        )
        if not may_count or any(_is_next(other, top) for other in later):
            return True
    return heading.style != top.style and any(_is_same(heading, top, other) for other in later)


def _goes_on(above: Block | None, below: Block | None) -> bool:
    """Whether a table has further rows of the one above: its header is printed once."""
    if not (isinstance(above, Table) and isinstance(below, Table)):
        return False
    return above.header.text == below.header.text and above.header.locator == below.header.locator


def _is_item(heading: Heading, above: Sequence[Block]) -> bool:
    """Whether a number is the next one of the items above."""
    texts = (block.text for block in reversed(above[-_NEAR:]) if isinstance(block, Paragraph))
    alike = next((item for text in texts if (item := read_heading(text)).style == heading.style), None)
    return alike is not None and heading.follows(alike)


def _counts_again(heading: Heading, other: Heading) -> bool:
    """Whether a heading further down has the same number, or a lower one, in the same style: so one of them is an item."""
    return other.style == heading.style and 0 < (other.number or 0) <= (heading.number or 0)


def _is_next(other: Heading, top: Heading) -> bool:
    """Whether a heading is the next one after ``top``, in its style: the numbers of sections go on there."""
    return other.style == top.style and (other.number or 0) - (top.number or 0) == 1


def _is_same(heading: Heading, top: Heading, other: Heading) -> bool:
    """Whether another line is the heading of the same section, numbered on from ``top``."""
    is_next = other.style == top.style and (other.number or 0) > (top.number or 0)
    return is_next and other.section == heading.section
