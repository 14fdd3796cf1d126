"""Where the lists of a document begin: every title, line or column that names a body, made into a ``Title``.

A body is named by a title (on several lines, too), by its name alone above a table or a heading, by 填报单位（盖章）：, by
the heading of a section (区民政局职责边界), or by a column. A heading that stands above such names holds for each of
their lists.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Block, Paragraph, Span, Table, Title, text_of
from dutygraph.ingest.lists.bodies import Bodies, ListName, Mark, rows_by_body
from dutygraph.ingest.lists.headings import is_body, read_heading
from dutygraph.ingest.lists.sections.regimes import opens_regime
from dutygraph.ingest.lists.titles import (
    BRACKET,
    JOINTS,
    adds_to_title,
    body_of,
    cut_from_heading,
    is_label,
    is_lead,
    is_numbered_part,
    is_title_line,
    names_body,
    names_list,
    stamped_body,
    without_lead,
)
from dutygraph.ingest.names.body_words import is_vague
from dutygraph.ingest.names.regions import read_region
from dutygraph.ingest.records import Locator

_TITLE_LINES = 3
_LONGEST_CUT = 20
"""Characters of a body's name in the upper of two lines."""
_MOST_LABELS = 4
"""Most lines such as 填报日期：… between a name and its table."""


def with_titles(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a document with a ``Title`` where each list begins, in place of the lines that name it.

    A workbook has them already: there the names of sheets count as well.
    """
    if any(isinstance(block, Title) for block in blocks):
        return list(blocks)
    return list(_spread(_marks([part for block in blocks for part in _unglued(block)])))


def _unglued(block: Block) -> list[Block]:
    """Return a line that is a title and the heading behind it as two."""
    text = text_of(block)
    at = cut_from_heading(text) if isinstance(block, Paragraph) else None
    if at is None or not isinstance(block, Paragraph):
        return [block]
    parts = ((text[:at], 0), (text[at:].strip(JOINTS), at))
    return [Paragraph([Span(part, block.locate(start))]) for part, start in parts]


def _marks(blocks: Sequence[Block]) -> list[Mark]:
    """Return the blocks with a name in place of the lines, and beside the tables, that name a body."""
    marks: list[Mark] = []
    publisher = ""
    for at, block in enumerate(blocks):
        following = blocks[at + 1 : at + 1 + _MOST_LABELS]
        if isinstance(block, Table):
            marks += rows_by_body(block, publisher)
        elif (named := _with_edition(marks, block)) is not None and named.body and not _last_body(marks):
            marks[-1], publisher = named, named.body
        elif publisher and is_numbered_part(block.text):
            marks.append(block)
        elif is_title_line(block.text) and (names_list(block.text) or _is_name(block.text, following)):
            title = _title(marks, block)
            marks.append(title)
            publisher = title.body
        elif (whole := _with_edition(marks, block) or _with_signs(marks, block)) is not None:
            marks[-1] = whole
        else:
            marks += _named(block, following)
    return marks


def _title(marks: list[Mark], line: Paragraph) -> ListName:
    """Return the name of the list whose last title line this is; the lines above that belong to it leave ``marks``."""
    lines = [line]
    while len(lines) < _TITLE_LINES and (above := _title_line_above(marks, lines[0].text)):
        lines.insert(0, above)
        marks.pop()
    if marks and isinstance(marks[-1], Paragraph) and is_lead(marks[-1].text):
        marks.pop()
    text = without_lead("".join(part.text for part in lines))
    body = body_of(text) if names_list(text) else body_of(text) or text.strip("（）()")
    return ListName(body, None if text == body else text, lines[0].locator or Locator())


def _title_line_above(marks: Sequence[Mark], text: str) -> Paragraph | None:
    """Return the line above if it belongs to the title: it names the body or region, and this line only adds to it."""
    above = marks[-1] if marks else None
    if not isinstance(above, Paragraph) or not is_title_line(above.text) or _section(above):
        return None
    adds = adds_to_title(text) or text[0] in "（("
    return above if (adds if names_body(above.text) else _is_cut(above.text, text)) else None


def _is_cut(above: str, text: str) -> bool:
    """Return whether a line ends inside the name that the line below ends: 某区 | 民政局, 某区机关事务 | 服务中心."""
    region = read_region(above)[1]
    if not region or read_region(text)[1]:
        return 0 < region == len(above) < read_region(above + text)[1]
    if region == len(above) or len(above) > _LONGEST_CUT or "清单" in folded(above):
        return region == len(above)
    body = body_of(text)
    return not is_body(body) or is_body(above[region:] + body)


def _last_body(marks: Sequence[Mark]) -> str:
    """Return the body that the title above names, "" without one."""
    last = marks[-1] if marks else None
    return last.body if isinstance(last, ListName) else ""


def _with_edition(marks: Sequence[Mark], line: Paragraph) -> ListName | None:
    """Return the title above with a line that holds its edition only (（2015年版）) or its body, None for other lines."""
    last = marks[-1] if marks else None
    if not isinstance(last, ListName) or not last.title or not adds_to_title(line.text):
        return None
    title = last.title + line.text
    return ListName(last.body or body_of(title), title, last.locator)


def _with_signs(marks: Sequence[Mark], line: Paragraph) -> ListName | None:
    """Return the title above with the signs of its body that stand in the line of its stamp, None for other lines.

    部门名称（盖章）：某局（县某局） below the title of 某局 names no other list.
    """
    last = marks[-1] if marks else None
    stamped = stamped_body(line.text)
    if not isinstance(last, ListName) or not last.title or not stamped or body_of(stamped) != last.body:
        return None
    return ListName(
        last.body, last.title + "".join(match[0] for match in BRACKET.finditer(stamped)), last.locator
    )


def _is_name(text: str, following: Sequence[Block]) -> bool:
    """Whether a line is a body's name alone and its list or table begins below; known bodies may lack 部门职责 there."""
    bare = without_lead(text)
    if not names_body(bare) or read_heading(text).section:
        return False
    if following and _section(following[0]) == "部门职责":
        return True
    return opens_list(following) and is_body(bare.strip("（）()")) and not is_vague(bare)


def opens_list(following: Sequence[Mark]) -> bool:
    """Say whether a table or a heading follows a line, maybe after lines such as 填报日期：2015年6月."""
    below = _below(following)
    return isinstance(below, Table) or (below is not None and _section(below) is not None)


def _below(following: Sequence[Mark]) -> Mark | None:
    """Return the block below a name, maybe after lines such as 填报日期：2015年6月."""
    return next((mark for mark in following if not is_label(text_of(mark))), None)


def _named(line: Paragraph, following: Sequence[Block]) -> list[Mark]:
    """Return a name, and the heading, for a line that names a body in another way; other lines as they are."""
    place = line.locator or Locator()
    opens = opens_list(following)
    above_duties = bool(following) and _section(following[0]) == "部门职责"
    name = without_lead(line.text).rstrip("：:")
    if above_duties and is_title_line(name) and names_body(name) and is_body(name):  # 1、区水务局：
        return [ListName(name, None, place)]
    if opens and (stamped := stamped_body(line.text)):
        return [ListName(stamped, None, place)]
    if opens and (marked := _marked_name(line.text)):
        return [ListName(marked, None, place)]
    heading = read_heading(line.text)
    is_regime = bool(following) and opens_regime(text_of(following[0]))  # 区政务服务中心监管制度
    return [ListName(heading.body, None, place), line] if heading.body and not is_regime else [line]


def _marked_name(text: str) -> str:
    """Return the body whose name with its region stands alone in a bracket or before a colon, "" in other lines."""
    name = text.strip("【】［］").rstrip("：:")
    is_name = name != text and is_title_line(name) and names_body(name) and is_body(name)
    return name if is_name and read_region(name)[1] > 0 else ""


def _spread(marks: Sequence[Mark]) -> Iterator[Block]:
    """Yield the blocks with the titles; a heading above the names of bodies is repeated behind each."""
    bodies = Bodies()
    current = ""
    shared: list[Block] = []
    for at, mark in enumerate(marks):
        if isinstance(mark, ListName):
            known, title = bodies.add(mark.body, mark.title or mark.body)
            if mark.title or known != current:
                yield Title([Span(mark.title or title, mark.locator)])
            current = known
            if isinstance(_below(marks[at + 1 : at + 1 + _MOST_LABELS]), Table):
                yield from shared
        elif (section := _section(mark)) and _stands_above_names(marks[at + 1 : at + 2 * _MOST_LABELS]):
            shared = [mark]
        else:
            shared = [] if section else shared
            yield mark


def _stands_above_names(following: Sequence[Mark]) -> bool:
    """Whether a heading stands above the name of a body that a table follows, and so holds for all lists below it."""
    name = next((at for at, mark in enumerate(following) if not is_label(text_of(mark))), len(following))
    if name == len(following) or not isinstance(mark := following[name], ListName) or mark.title:
        return False
    return isinstance(_below(list(islice(following, name + 1, None))), Table)


def _section(mark: Mark) -> str | None:
    return read_heading(text_of(mark)).section
