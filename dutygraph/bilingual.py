"""A text in the two languages that users read."""

from dataclasses import dataclass
from typing import ClassVar, Protocol


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in Chinese and the same in English."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    zh: str
    en: str

    def __str__(self) -> str:
        return f"{self.zh} / {self.en}"


class InTwoLanguages(Protocol):
    """What says itself in Chinese and in English: a text, a term of the ontology, a column."""

    @property
    def zh(self) -> str:
        """In Chinese."""
        ...

    @property
    def en(self) -> str:
        """In English."""
        ...


def in_language(text: InTwoLanguages, lang: str) -> str:
    """Return what is said in a language (``zh`` or ``en``)."""
    return text.zh if lang == "zh" else text.en
