"""What is wrong with a request, parameter by parameter, in Chinese and English."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from dutygraph.mistakes import words_of


class Problem(BaseModel):
    """One mistake: where it is (``query.limit``), and what is wrong."""

    where: str
    zh: str
    en: str


def problems_of(errors: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """Return Pydantic's mistakes as problems; what was sent is not repeated."""
    return [_problem(error) for error in errors]


def _problem(error: Mapping[str, Any]) -> Problem:
    words = words_of(error)
    return Problem(where=".".join(str(part) for part in error["loc"]), zh=words.zh, en=words.en)
