"""What pydantic finds wrong with what a user sends, in Chinese and English."""

from collections.abc import Mapping
from typing import Any

from dutygraph.mistakes import words_of
from dutygraph.queries.catalogue.headed import Bilingual


def said(mistake: Mapping[str, Any]) -> Bilingual:
    """Return one of pydantic's mistakes in words; what was sent is not repeated."""
    words = words_of(mistake)
    return Bilingual(zh=words.zh, en=words.en)


def said_with_place(mistake: Mapping[str, Any]) -> Bilingual:
    """Return a mistake in words after the name of the field that it is in."""
    where = ".".join(str(part) for part in mistake["loc"])
    words = said(mistake)
    return Bilingual(zh=f"{where} {words.zh}", en=f"{where}: {words.en}") if where else words
