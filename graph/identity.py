"""Stable ids: a statement of a list has the same id on every reading, from whatever file."""

import re
import unicodedata
from collections import Counter
from hashlib import blake2s

_NOT_CONTENT = re.compile(r"[\s。；;，,、.：:]+")
_BYTES = 10
"""Length of the hash: with 80 bits, a hundred million nodes collide with a probability of one in 240 million."""


def digest(*parts: str) -> str:
    """Return a hash of the parts as 20 hexadecimal digits; ("ab", "c") and ("a", "bc") have different ones."""
    return blake2s("\x1f".join(parts).encode(), digest_size=_BYTES).hexdigest()


def normalised(text: str) -> str:
    """Return a text in the form that ids are made of: NFKC, without blanks and separating punctuation."""
    return _NOT_CONTENT.sub("", unicodedata.normalize("NFKC", text))


class Identities:
    """Ids of the statements of one list; the second statement with the same text gets an id that ends in -2, and so on."""

    def __init__(self, list_id: str) -> None:
        self._list_id = list_id
        self._seen: Counter[str] = Counter()

    def of(self, kind: str, text: str) -> str:
        """Return the id of the next statement of this kind with this text."""
        key = digest(self._list_id, kind, normalised(text))
        self._seen[key] += 1
        return f"{kind.lower()}-{key}" if self._seen[key] == 1 else f"{kind.lower()}-{key}-{self._seen[key]}"
