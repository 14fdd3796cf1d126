"""A text in the two languages that users read."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in Chinese and the same in English."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    zh: str
    en: str

    def __str__(self) -> str:
        return f"{self.zh} / {self.en}"
