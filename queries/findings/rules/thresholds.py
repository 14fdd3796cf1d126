"""Named thresholds of rules: what their headers declare, and reading a value that a user gives."""

import re
from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator

from dutygraph.queries.errors import ArgumentError

Number = int | float

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,18})?")
"""How a value is written; what Python takes besides (1_000, １, nan) is a slip of who writes it."""


class Threshold(BaseModel):
    """A threshold as the header of a rule declares it; one whose default is a whole number takes whole numbers only."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str
    en: str
    default: Number
    minimum: Number
    maximum: Number

    @model_validator(mode="after")
    def _default_lies_between(self) -> Self:
        if not self.minimum <= self.default <= self.maximum:
            raise ValueError(f"the default {self.default} is not from {self.minimum} to {self.maximum}")
        return self

    @property
    def _whole(self) -> bool:
        return isinstance(self.default, int)

    def read(self, name: str, text: str) -> Number:
        """Return the number that a text gives for the threshold ``name``; raises ArgumentError."""
        if not (_WHOLE if self._whole else _DECIMAL).fullmatch(text):
            raise self._no_number(name, text)
        return self.checked(name, int(text) if self._whole else float(text))

    def checked(self, name: str, number: Number) -> Number:
        """Return a number as a value of the threshold ``name``; raises ArgumentError for one that it cannot have."""
        if self._whole and not float(number).is_integer():
            raise self._no_number(name, str(number))
        if not self.minimum <= number <= self.maximum:
            raise ArgumentError(
                zh=f"设置 {name}（{self.zh}）应在 {self.minimum} 与 {self.maximum} 之间，而不是 {number}",
                en=f"the setting {name} must be from {self.minimum} to {self.maximum}, not {number}",
            )
        return int(number) if self._whole else float(number)

    def _no_number(self, name: str, text: str) -> ArgumentError:
        zh, en = ("整数", "a whole number") if self._whole else ("数字", "a number")
        return ArgumentError(
            zh=f"设置 {name}（{self.zh}）应为{zh}，而不是“{text}”",
            en=f"the setting {name} must be {en}, not {text!r}",
        )
