"""What is wrong with a request, parameter by parameter, in Chinese and English."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

_ZH: Mapping[str, str] = {
    "missing": "必须给出",
    "extra_forbidden": "没有这个参数",
    "int_parsing": "应为整数",
    "float_parsing": "应为数字",
    "bool_parsing": "应为是或否（true、false）",
    "string_too_short": "不能为空",
    "greater_than_equal": "不能小于 {ge}",
    "less_than_equal": "不能大于 {le}",
    "literal_error": "只能是 {expected} 之一",
    "enum": "只能是 {expected} 之一",
}
"""Pydantic's kinds of mistakes in Chinese; its own words are English."""


class Problem(BaseModel):
    """One mistake: where it is (``query.limit``), and what is wrong."""

    where: str
    zh: str
    en: str


def problems_of(errors: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """Return Pydantic's mistakes as problems; what was sent is not repeated."""
    return [_problem(error) for error in errors]


def _problem(error: Mapping[str, Any]) -> Problem:
    zh = _ZH.get(error["type"], "不合要求").format_map({"expected": "", **error.get("ctx", {})})
    return Problem(where=".".join(str(part) for part in error["loc"]), zh=zh, en=error["msg"])
