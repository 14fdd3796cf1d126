"""Offices 责任股室: the names in a cell of that column, or in running text."""

import re

from dutygraph.ingest.text import OUTSIDE_BRACKETS, clean

_SEPARATOR = re.compile(rf"[、，,；;/\n]++{OUTSIDE_BRACKETS}")
_BODY = re.compile(r"^(?:本?[省市区县州旗]|各)\S{1,18}?(?:局|委|办|办公室|委员会|政府|分局|大队|中心)$")
_MENTION = re.compile(
    r"(?:^|(?<=[、，。；：（(“由经报局为向和与及同将到在任交送]))(?P<name>[一-鿿]{3,7}[股科处])(?=[、，。；：）)”]|负责|会同|应当|应|发放|确定|对|根据|进行|提出|$)"
)
_NOT_A_NAME = re.compile(
    r"各|相关|有关|职能|业务[股科处]|所属|内设|上级|该|本|下设|执法[股科处]$|[由经报局和与及]"
)


def offices_mentioned(text: str) -> list[str]:
    """Return the offices (政策法规股) that running text names in full, in order and each once."""
    names = (match["name"] for match in _MENTION.finditer(text))
    return list(dict.fromkeys(name for name in names if not _NOT_A_NAME.search(name)))


def split_offices(cell: str) -> list[str]:
    """Return the offices that a cell names, in order and each once; they are separated by 、 ， ； / or line breaks."""
    names = (clean(name) for name in _SEPARATOR.split(cell))
    return list(dict.fromkeys(name for name in names if name))


def is_body_name(cell: str) -> bool:
    """Return whether a cell names a body of some level (区民宗局) rather than an office inside a body (宗教股)."""
    return bool(_BODY.match(clean(cell)))
