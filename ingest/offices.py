"""Offices 责任股室: what a cell of that column names."""

import re

from ingest.text import clean

_SEPARATOR = re.compile(r"[、，,；;/\n]+(?![^（(]*[）)])")
_BODY = re.compile(r"^(?:本?[省市区县州旗]|各)\S{1,18}?(?:局|委|办|办公室|委员会|政府|分局|大队|中心)$")


def split_offices(cell: str) -> list[str]:
    """Return the offices that a cell names, in order and each once; several are separated by 、 or blanks."""
    names = (clean(name) for name in _SEPARATOR.split(cell))
    return list(dict.fromkeys(name for name in names if name))


def names_body(cell: str) -> bool:
    """Say whether a cell names a body of some level (区民宗局) rather than an office within one (宗教股)."""
    return bool(_BODY.match(clean(cell)))
