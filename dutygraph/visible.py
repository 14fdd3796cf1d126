"""Texts as they are shown: shortened, and with characters that steer a terminal, or that nobody sees, made visible."""

import re
import unicodedata

from dutygraph.xml_text import for_xml

_OTHER_THAN_USUAL = re.compile("[^\t\n -~\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
"""Characters that have to be looked at one by one."""
_STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Controls (an escape sequence begins with one), formats (as those that turn the order of what follows), lone halves of a
pair, and breaks of lines and paragraphs that some programs take for a new line."""


def visible(text: str) -> str:
    """Return a text that steers no terminal: each such character is shown by its number, as in ``<U+202E>``.

    Tabs and line feeds stay.
    """
    return _OTHER_THAN_USUAL.sub(lambda found: _replaced(found[0], "<U+{:04X}>"), text)


def visible_json(text: str) -> str:
    r"""Return a JSON text that steers no terminal and says the same: such characters become escapes, as ``\u202e``."""
    return _OTHER_THAN_USUAL.sub(lambda found: _replaced(found[0], "\\u{:04x}"), text)


def visible_in_xml(text: str) -> str:
    """Return a text that a file of XML can hold (Word, Excel, SVG) and that steers nothing there, in one kind of line."""
    return for_xml(visible(text.replace("\r\n", "\n").replace("\r", "\n")))


def shortened(text: str, most: int) -> str:
    """Return the beginning of a text, at most so many characters, the last of them an ellipsis where there is more."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _replaced(character: str, form: str) -> str:
    if not _steers(character):
        return character
    code = ord(character)
    if code > 0xFFFF and form.startswith("\\"):
        high, low = divmod(code - 0x10000, 0x400)
        return form.format(0xD800 + high) + form.format(0xDC00 + low)
    return form.format(code)


def _steers(character: str) -> bool:
    code = ord(character)
    no_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return no_character or unicodedata.category(character) in _STEERING
