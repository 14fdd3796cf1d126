"""Stable ids: the same statement of the same body has the same id whenever and from whatever file it is read."""

import re
import unicodedata
from collections import Counter
from hashlib import blake2s

_NOT_CONTENT = re.compile(r"[\s。；;，,、.：:]+")
_BYTES = 10
"""Of the hash: 80 bits, so that a hundred million nodes have a chance of one in 240 million for a collision."""


def digest(*parts: str) -> str:
    """Return a short hash of the parts, each of which counts apart from its neighbours."""
    return blake2s("\x1f".join(parts).encode(), digest_size=_BYTES).hexdigest()


def normalised(text: str) -> str:
    """Return a text as compared between readings: NFKC, without blanks and separating punctuation."""
    return _NOT_CONTENT.sub("", unicodedata.normalize("NFKC", text))


class Identities:
    """Ids of the statements of one list; a text that occurs twice gets two ids, in the order of reading."""

    def __init__(self, list_id: str) -> None:
        self._list_id = list_id
        self._seen: Counter[str] = Counter()

    def of(self, kind: str, text: str) -> str:
        """Return the id of the next statement of this kind with this text."""
        key = digest(self._list_id, kind, normalised(text))
        self._seen[key] += 1
        return f"{kind.lower()}-{key}" if self._seen[key] == 1 else f"{kind.lower()}-{key}-{self._seen[key]}"
