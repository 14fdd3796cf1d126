"""Visibility and attributes of the elements of a web page."""

import re

from lxml import etree

from dutygraph.ingest.errors import UnreadableDocumentError

Element = etree._Element

_LONGEST_NUMBER = 6
_UNSEEN_NAMES = """
aside audio button canvas footer frameset head iframe input nav noscript object rp rt script select style svg template
textarea video xml
"""
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_STRUCK_NAMES = frozenset(("s", "strike", "del"))
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)


def is_seen(element: Element) -> bool:
    """Return whether a browser displays an element as content: no script, no navigation, not hidden, not struck through."""
    return element.tag not in _UNSEEN and not is_hidden(element) and not is_struck(element)


def is_struck(element: Element) -> bool:
    """Return whether a browser draws a line through the text of an element."""
    style = element.get("style")
    return element.tag in _STRUCK_NAMES or bool(style and "line-through" in style and _STRUCK.search(style))


def is_hidden(element: Element) -> bool:
    """Return whether an element's own attributes hide it."""
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN.search(style))


def whole_number(text: str | None, default: int) -> int:
    """Return an attribute's text as an integer; ``default`` if it is none or has more than six digits."""
    text = (text or "").strip()
    return int(text) if text.isdecimal() and len(text) <= _LONGEST_NUMBER else default


def too_deep(source: str) -> UnreadableDocumentError:
    """Return the error for a page whose elements are nested too deeply."""
    return UnreadableDocumentError(
        source,
        zh="网页元素嵌套过深，无法完整读取；请用浏览器或 Word 打开后另存为 docx",
        en="elements of the page are nested too deeply to be read in full; open it and save it as docx",
    )
