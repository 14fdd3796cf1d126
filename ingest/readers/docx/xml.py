"""Names, values and children in the XML of Word documents (ISO/IEC 29500-1, part 17)."""

from collections.abc import Iterator

from lxml import etree

from dutygraph.ingest.readers import office_package

Element = etree._Element

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WRAPPERS = ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "dir", "bdo")


def w(name: str) -> str:
    """Return the name of an element or attribute of Word with its namespace."""
    return _WORD + name


ALTERNATE = _COMPATIBILITY + "AlternateContent"
_UNWRAPPED = {w(name) for name in _WRAPPERS}


def children(parent: Element) -> Iterator[Element]:
    """Yield the children of an element, with wrappers (content controls, insertions, alternatives) replaced by theirs.

    Of alternatives the first counts. A table of contents is left out, as it only repeats headings.
    """
    for child in parent:
        if child.tag == ALTERNATE:
            for branch in list(child)[:1]:
                yield from children(branch)
        elif child.tag in _UNWRAPPED:
            if not _is_contents(child):
                yield from children(child)
        else:
            yield child


def value(parent: Element | None, *path: str) -> str | None:
    """Return w:val of the element at a path of names below ``parent``, None when there is none."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(w(name))
    return None if parent is None else parent.get(w("val"))


def number(parent: Element | None, *path: str, default: int = 0) -> int:
    """Return w:val of the element at a path as an integer; ``default`` when it is missing or no integer."""
    try:
        return int(value(parent, *path) or default)
    except ValueError:
        return default


def is_on(parent: Element | None, *path: str) -> bool:
    """Return whether the switch at a path of names below ``parent`` is there and not turned off."""
    for name in path:
        if parent is None:
            return False
        parent = parent.find(w(name))
    return office_package.is_on(parent, w("val"))


def _is_contents(wrapper: Element) -> bool:
    return value(wrapper, "sdtPr", "docPartObj", "docPartGallery") == "Table of Contents"
