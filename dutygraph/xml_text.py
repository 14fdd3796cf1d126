"""Texts that XML can hold: graph files and workbooks are made of it, and documents hold anything."""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def for_xml(text: str) -> str:
    r"""Return a text in which the characters that XML forbids are spelled, as \ufffe."""
    return _FORBIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
