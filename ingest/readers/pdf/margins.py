"""Running heads, feet and page numbers: what stands at the edge of a page and is no content."""

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from dutygraph.ingest.lists.titles import body_of, names_body, names_list
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.readers.pdf.lines import Line
from dutygraph.ingest.readers.pdf.pages import Item
from dutygraph.ingest.text import clean

_NUMBER = rf"(?:\d{{1,4}}|[ivxlcIVXLC]{{1,6}}|[{ITEM_NUMERALS}]{{1,5}})"
_PAGE_NUMBER = re.compile(
    rf"[-—－–_·•~〜\s]*(?:第?{_NUMBER}页?|(?:Page|P\.?){_NUMBER}|第?{_NUMBER}页?[/／,，、|]?(?:共|of|/|／){_NUMBER}页?)[-—－–_·•~〜\s]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_BAND = 6
"""Points; heads and feet stand in one band of all pages."""
_SHARE = 3
"""A line that stands at the edge of one page in so many is no content (heads may differ by section, and left from right)."""


def without_margins(pages: Sequence[list[Item]]) -> list[list[Item]]:
    """Return the pages without running heads, feet and page numbers."""
    kept = [list(page) for page in pages]
    for at in (0, -1):
        while _peel(kept, at):
            pass
    return kept


def _peel(pages: list[list[Item]], at: int) -> bool:
    """Take off the first (0) or last (-1) line of each page where it is no content; returns whether there was any."""
    lines = {number: page[at] for number, page in enumerate(pages) if page}
    edge = {number: line for number, line in lines.items() if isinstance(line, Line)}
    running = _running(list(edge.values()), len(pages))
    found = [
        number
        for number, line in edge.items()
        if line in running or _PAGE_NUMBER.fullmatch("".join(line.text.split()))
    ]
    for number in found:
        pages[number].pop(at)
    first = pages[found[0]] if found else []
    if found and _is_only_title(edge[found[0]], first):
        first.insert(0 if at == 0 else len(first), edge[found[0]])
        return len(found) > 1
    return bool(found)


def _running(lines: Sequence[Line], pages: int) -> set[Line]:
    """The lines that say the same, but for numbers, at the same height on many pages."""
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        groups[_DIGITS.sub("#", clean(line.text))].append(line)
    found: set[Line] = set()
    for group in groups.values():
        height = median(line.top for line in group)
        level = [line for line in group if abs(line.top - height) < _BAND]
        if len(level) > 1 and len(level) * _SHARE >= pages:
            found.update(level)
    return found


def _is_only_title(line: Line, others: Sequence[Item]) -> bool:
    """Whether a repeated line is the title itself, printed on every page, and no other stands on the first one."""
    titles = [item.text for item in others if isinstance(item, Line) and names_list(clean(item.text))]
    return not titles and names_list(clean(line.text)) and names_body(body_of(clean(line.text)))
