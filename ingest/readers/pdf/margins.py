"""Running heads, running feet and page numbers at the edges of pages, which are no content."""

import re
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from dutygraph.ingest.lists.titles import body_of, names_body, names_list
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.readers.pdf.lines import TextLine
from dutygraph.ingest.readers.pdf.pages import Item
from dutygraph.ingest.text import clean

_NUMBER = rf"(?:\d{{1,4}}|[ivxlcIVXLC]{{1,6}}|[{ITEM_NUMERALS}]{{1,5}})"
_PAGE_NUMBER = re.compile(
    rf"[-—－–_·•~〜\s]*(?:第?{_NUMBER}页?|(?:Page|P\.?){_NUMBER}|第?{_NUMBER}页?[/／,，、|]?(?:共|of|/|／){_NUMBER}页?)[-—－–_·•~〜\s]*",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_BAND = 6
"""Points; the height of a running head or foot differs by less from page to page."""
_SHARE = 3
"""A line at the edge of one page in three is no content (heads may differ by section, and left from right)."""


def without_margins(pages: Sequence[list[Item]]) -> list[list[Item]]:
    """Return the pages without running heads, feet and page numbers."""
    bodies = [list(page) for page in pages]
    for at in (0, -1):
        while _peel(bodies, at):
            pass
    return bodies


def _peel(pages: list[list[Item]], at: int) -> bool:
    """Remove the first (0) or last (-1) line of each page where it is no content; return whether any was removed."""
    lines = {number: page[at] for number, page in enumerate(pages) if page}
    edge = {number: line for number, line in lines.items() if isinstance(line, TextLine)}
    running = _running(list(edge.values()), len(pages))
    removed = [
        number
        for number, line in edge.items()
        if line in running or _PAGE_NUMBER.fullmatch("".join(line.text.split()))
    ]
    for number in removed:
        pages[number].pop(at)
    first = pages[removed[0]] if removed else []
    if removed and _is_only_title(edge[removed[0]], first):
        first.insert(0 if at == 0 else len(first), edge[removed[0]])
        return len(removed) > 1
    return bool(removed)


def _running(lines: Sequence[TextLine], pages: int) -> set[TextLine]:
    """Return the lines with the same text, but for digits, at the same height on many of the ``pages``."""
    groups: dict[str, list[TextLine]] = defaultdict(list)
    for line in lines:
        groups[_DIGITS.sub("#", clean(line.text))].append(line)
    running: set[TextLine] = set()
    for group in groups.values():
        height = median(line.top for line in group)
        level = [line for line in group if abs(line.top - height) < _BAND]
        if len(level) > 1 and len(level) * _SHARE >= pages:
            running.update(level)
    return running


def _is_only_title(line: TextLine, others: Sequence[Item]) -> bool:
    """Return whether a repeated line is the list's title, printed on every page, and ``others`` hold no title."""
    titles = [item.text for item in others if isinstance(item, TextLine) and names_list(clean(item.text))]
    return not titles and names_list(clean(line.text)) and names_body(body_of(clean(line.text)))
