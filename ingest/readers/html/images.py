"""Images and objects of a web page: which of them are content that cannot be read as text."""

import re

from dutygraph.ingest.readers.html.elements import Element, is_hidden

_OBJECTS = {"object": "data", "embed": "src", "iframe": "src"}
"""Elements that show another document, and the attribute with its address."""
_DOCUMENT = re.compile(r"\.(?:pdf|ofd|docx?|xlsx?|wps|et)(?![\w.])", re.IGNORECASE)
_LEAST = 48
"""Pixels; an image that is narrower or less high is an icon or a spacer."""
_DECORATION = re.compile(
    r"icon|logo|spacer|blank|bullet|arrow|qr-?code|ewm|weixin|wechat|weibo|share|print|banner|button"
    r"|图标|标志|徽标|二维码|扫一扫|分享|打印|微信|微博",
    re.IGNORECASE,
)
"""What names of images say that are part of the portal."""
_SIDE = {
    side: re.compile(rf"(?<![\w-]){side}\s*:\s*(\d{{1,5}})(?:\.\d{{1,5}})?(px|pt)?")
    for side in ("width", "height")
}


def unread(element: Element) -> str | None:
    """Return what an element is that holds content without text, a kind of ``Unread``; None for texts and decorations."""
    if element.tag == "img":
        return None if is_hidden(element) or _is_decoration(element) else "picture"
    attribute = _OBJECTS.get(str(element.tag))
    address = element.get(attribute) if attribute else None
    return "embedded_object" if address and _DOCUMENT.search(address) and not is_hidden(element) else None


def _is_decoration(image: Element) -> bool:
    names = " ".join(image.get(name, "") for name in ("src", "alt", "title", "class", "id"))
    return bool(_DECORATION.search(names)) or any(_side(image, side) < _LEAST for side in _SIDE)


def _side(image: Element, side: str) -> float:
    """Return width or height in pixels; what states none in pixels counts as large."""
    stated = (image.get(side) or "").strip().removesuffix("px")
    if stated.isdecimal() and len(stated) <= 5:
        return int(stated)
    styled = _SIDE[side].search(image.get("style", ""))
    return int(styled[1]) if styled else _LEAST
