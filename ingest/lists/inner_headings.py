"""Lines inside a section that read like the heading of another: items （二）公共服务 of duties, regimes named 公共服务."""

from collections.abc import Sequence

from dutygraph.ingest.document import Block, Paragraph, Table, text_of
from dutygraph.ingest.lists.headings import Heading, read_heading
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.sections.regimes import opens_regime

_REGIMES = section_kinds()["supervision"].name


def is_inner(
    heading: Heading, top: Heading, current: str, above: Sequence[Block], below: Sequence[Block]
) -> bool:
    """Say whether a line that names a section stands inside the section ``current``, whose blocks so far are ``above``.

    It does if its number goes on with the items there and not with ``top``, the last heading of a section; if the same
    section has a heading in the style of ``top`` in the rest of the list, ``below``; if it is the title of a regime; or if
    the rows of the table above go on.
    """
    following = below[0] if below else None
    if current == _REGIMES == heading.section and opens_regime(text_of(following)):
        return True
    if _goes_on(above[-1] if above else None, following):
        return True
    if not top.style:
        return False
    if heading.style == top.style and heading.follows(top):
        return _is_item(heading, above) and any(_counts_again(heading, block) for block in below)
    if heading.style and _is_item(heading, above):
        first, last = heading.number or 0, top.number or 0
        may_count = heading.style not in ("（一）", top.style) and (current != _REGIMES or first - last == 1)
        if not may_count or any(_is_next(read_heading(text_of(one)), top) for one in below):
            return True
    return heading.style != top.style and any(_is_heading_of(heading, top, block) for block in below)


def _goes_on(above: Block | None, below: Block | None) -> bool:
    """Whether a table has further rows of the one above: its header is printed once."""
    if not (isinstance(above, Table) and isinstance(below, Table)):
        return False
    return above.header.text == below.header.text and above.header.locator == below.header.locator


def _is_item(heading: Heading, above: Sequence[Block]) -> bool:
    """Whether a number is the next one of the items above."""
    items = [
        item for block in above if isinstance(block, Paragraph) and (item := read_heading(block.text)).style
    ]
    alike = next((item for item in reversed(items) if item.style == heading.style), None)
    return alike is not None and heading.follows(alike)


def _counts_again(heading: Heading, block: Block) -> bool:
    """Whether a heading of a section has the number of another, or a lower one, in one style: so one of them is an item."""
    other = read_heading(text_of(block))
    is_alike = other.section is not None and other.style == heading.style
    return is_alike and 0 < (other.number or 0) <= (heading.number or 0)


def _is_next(heading: Heading, top: Heading) -> bool:
    """Whether a heading of a section is the next one after ``top``, in its style: the numbers of sections go on there."""
    one, other = heading.number, top.number
    is_alike = heading.section is not None and heading.style == top.style
    return is_alike and one is not None and other is not None and one - other == 1


def _is_heading_of(heading: Heading, top: Heading, block: Block) -> bool:
    """Whether a line is the heading of the same section, numbered on from the last one."""
    if isinstance(block, Table):
        return False
    other = read_heading(block.text)
    numbers = other.number, top.number
    is_next = other.style == top.style and None not in numbers and (other.number or 0) > (top.number or 0)
    return is_next and other.section == heading.section
