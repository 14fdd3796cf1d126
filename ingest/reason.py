"""A reason in the two languages that users read."""

from typing import NamedTuple


class Reason(NamedTuple):
    """Why something was decided, for people to check: Chinese and English."""

    zh: str
    en: str

    def __str__(self) -> str:
        return f"{self.zh} / {self.en}"
