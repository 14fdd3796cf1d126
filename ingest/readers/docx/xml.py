"""Names and small questions to the XML of Word documents (ISO/IEC 29500-1, part 17)."""

from collections.abc import Iterator

from lxml import etree

Element = etree._Element

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WRAPPERS = ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "dir", "bdo")
_OFF = ("0", "false", "off")


def w(name: str) -> str:
    """Return the full name of an element or attribute of Word's own."""
    return _WORD + name


ALTERNATE = _COMPATIBILITY + "AlternateContent"
_UNWRAPPED = {w(name) for name in _WRAPPERS}


def children(parent: Element) -> Iterator[Element]:
    """Yield what stands in an element, out of its wrappers: content controls, insertions, the first of alternatives.

    A table of contents repeats headings that stand elsewhere, so it is left out.
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
    """Return w:val of the element that a path of names leads to, None when there is none."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(w(name))
    return None if parent is None else parent.get(w("val"))


def number(parent: Element | None, *path: str, default: int = 0) -> int:
    """Return w:val as a number; the default when it is missing or none."""
    try:
        return int(value(parent, *path) or default)
    except ValueError:
        return default


def is_on(parent: Element | None, *path: str) -> bool:
    """Say whether a switch is there and not turned off."""
    for name in path:
        if parent is None:
            return False
        parent = parent.find(w(name))
    return parent is not None and parent.get(w("val"), "1") not in _OFF


def _is_contents(wrapper: Element) -> bool:
    return value(wrapper, "sdtPr", "docPartObj", "docPartGallery") == "Table of Contents"
