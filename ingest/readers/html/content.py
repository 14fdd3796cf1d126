"""Finding the document in a web page; the rest is the portal: menus, the path to the page, its foot."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lxml import etree

from dutygraph.ingest.characters import folded
from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.titles import names_list
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.readers.html.elements import Element, is_seen
from dutygraph.ingest.readers.html.portal import portal_of
from dutygraph.ingest.text import clean

_TABLE_PARTS = {"table", "thead", "tbody", "tfoot", "tr"}
_CELLS = {"td", "th"}
_HEADINGS = {"h1", "h2", "h3"}
_PATH = re.compile(r"[>»›＞]|当前位置")
_SITE = re.compile(r"(?<!\s)\s*+[-_–—|].*$")
_HEADER_WORDS = 2
_SHARE = 0.7
"""An element with a larger share of the text outside of links holds the document."""
_FEW_LINKS = 0.3
_MANY_LINKS = 0.8
"""Shares of a text that is links: a document has less than the first, a menu more than the second."""
_MENU = 3
"""Fewest links of a menu."""
_LONGEST = 100
"""Characters; a heading, title or path is no longer."""


def document_root(page: Element) -> Element:
    """Return the element that holds the document, and set ``hidden`` on the menus inside it.

    It contains all tables and section headings of lists, widened as long as that adds more text than links. For a page
    without these it is the innermost element that holds nearly all of the text.
    """
    body = page.find("body")
    if body is None:
        body = page
    seen = list(_seen(body))
    amounts = _Amounts(body, seen)
    marks = list(_marks(seen))
    root = _widened(_common(marks), body, amounts) if marks else amounts.densest(body)
    holding = {element for mark in marks for element in (mark, *mark.iterancestors())}
    tables = {table for mark in marks if mark.tag == "tr" for table in islice(mark.iterancestors("table"), 1)}
    for element in seen if root is body else list(_seen(root)):
        has_links = element is not root and amounts.links[element] > 0
        furniture = has_links and (amounts.is_menu(element) or amounts.is_path(element))
        if furniture and element not in holding and tables.isdisjoint(element.iterancestors()):
            element.set("hidden", "")
    for element in list(portal_of(root, holding, tables)):
        element.set("hidden", "")
    return root


def title_outside(page: Element, root: Element) -> str | None:
    """Return the title above the document, None if the document itself has one or none is found.

    It is the nearest line that names a list, else the nearest heading, else the page's own title.
    """
    if any(_is_title(_line(element)) for element in _seen(root)):
        return None
    above = list(_above(page, root))
    named = [text for _, text in above if _is_title(text)]
    headings = [text for element, text in above if element.tag in _HEADINGS]
    own = _SITE.sub("", clean(page.findtext(".//title") or ""))
    return next(iter([*named[::-1], *headings[::-1], *([own] if _is_title(own) else [])]), None)


def _is_title(text: str) -> bool:
    """Return whether a line names a list with its body; menus say 责任清单 alone."""
    return names_list(text) and folded(text) not in vocabulary().list_words


class _Amounts:
    """By element: characters of text, characters of text in links, and number of links."""

    def __init__(self, body: Element, seen: Sequence[Element]) -> None:
        self.text: dict[Element, int] = defaultdict(int)
        self.linked: dict[Element, int] = defaultdict(int)
        self.links: dict[Element, int] = defaultdict(int)
        for element in reversed(seen):
            self.text[element] += len((element.text or "").strip())
            self.text[element] += sum(len((child.tail or "").strip()) for child in element)
            if element.tag == "a" and element.get("href") is not None:
                self.linked[element] = self.text[element]
                self.links[element] += 1
            parent = element.getparent()
            if element is not body and parent is not None:
                self.text[parent] += self.text[element]
                if self.links[element]:
                    self.linked[parent] += self.linked[element]
                    self.links[parent] += self.links[element]

    def is_menu(self, element: Element) -> bool:
        """Return whether an element is hardly anything but links."""
        return self.links[element] >= _MENU and self.linked[element] >= self.text[element] * _MANY_LINKS

    def is_path(self, element: Element) -> bool:
        """Return whether an element is the path to the page in links: 首页 > 政务公开."""
        return self.linked[element] > self.text[element] * _FEW_LINKS and bool(_PATH.search(_line(element)))

    def adds_text(self, element: Element, inner: Element) -> bool:
        """Return whether the content of an element outside of ``inner`` is text rather than links."""
        text = self.text[element] - self.text[inner]
        return self.linked[element] - self.linked[inner] <= text * _FEW_LINKS

    def densest(self, body: Element) -> Element:
        """Return the innermost element below the body that holds nearly all of the text."""

        def plain(element: Element) -> int:
            return self.text[element] - self.linked[element]

        root = body
        while inner := [child for child in root if plain(child) > plain(root) * _SHARE]:
            root = inner[0]
        return root


def _widened(root: Element, body: Element, amounts: _Amounts) -> Element:
    """Return the outermost ancestor of ``root`` up to which only text is added; always one outside of tables."""
    while root is not body:
        parent = root.getparent()
        if parent is None or not (root.tag in _TABLE_PARTS or amounts.adds_text(parent, root)):
            break
        root = parent
    return root


def _marks(elements: Iterable[Element]) -> Iterator[Element]:
    """Yield the header rows of lists' tables, and section headings."""
    words = vocabulary()
    for element in elements:
        if element.tag == "tr":
            cells = [_line(cell) for cell in element if cell.tag in _CELLS]
            if words.count_headers(cells) >= _HEADER_WORDS:
                yield element
        elif element.tag not in _TABLE_PARTS and read_heading(_line(element)).section and not _links(element):
            yield element


def _common(elements: list[Element]) -> Element:
    """Return the innermost element that contains all ``elements``."""
    first, *rest = elements
    shared = [first, *first.iterancestors()]
    for element in rest:
        own = {element, *element.iterancestors()}
        shared = [ancestor for ancestor in shared if ancestor in own]
    return shared[0]


def _above(page: Element, root: Element) -> Iterator[tuple[Element, str]]:
    """Yield the elements with a line of text above the document, and that text, without links."""
    inside = {root, *root.iterancestors()}
    for element in _seen(page):
        if element is root:
            return
        if element not in inside and (text := _line(element)) and not _links(element):
            yield element, text


def _links(element: Element) -> bool:
    """Return whether there is a link in or around an element."""
    inside = any(link.get("href") is not None for link in element.iter("a"))
    return inside or any(link.get("href") is not None for link in element.iterancestors("a"))


def _line(element: Element) -> str:
    """Return the text of an element, "" if it is longer than ``_LONGEST``."""
    text = ""
    for part in element.itertext() if len(element) else (element.text or "",):
        text += str(part).strip()
        if len(text) > _LONGEST:
            return ""
    return clean(text)


def _seen(parent: Element) -> Iterator[Element]:
    walker = etree.iterwalk(parent, events=("start",))
    for _, element in walker:
        if isinstance(element.tag, str) and is_seen(element):
            yield element
        else:
            walker.skip_subtree()
