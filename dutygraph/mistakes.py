"""What pydantic finds wrong with a value that a user gave, in Chinese and English."""

from collections.abc import Mapping, Sequence
from typing import Any

from dutygraph.bilingual import Bilingual

_ZH: Mapping[str, str] = {
    "missing": "必须给出",
    "extra_forbidden": "没有这个参数",
    "unknown_parameter": "没有这个参数",
    "misspelt_parameter": "没有这个参数，相近的有：{near}",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "float_parsing": "应为数字",
    "bool_parsing": "应为是或否（true、false）",
    "string_too_short": "不能为空",
    "string_too_long": "最长 {max_length} 个字符",
    "string_type": "应为文字",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "不能小于 {ge}",
    "less_than_equal": "不能大于 {le}",
    "date_from_datetime_parsing": "应为日期，如 2026-03-31",
    "date_parsing": "应为日期，如 2026-03-31",
    "finite_number": "应为有限的数字",
    "literal_error": "只能是 {expected} 之一",
    "enum": "只能是 {expected} 之一",
    "json_invalid": "不是 JSON",
    "tuple_type": '应为 JSON 数组，如 ["graph.lan"]',
}
"""Pydantic's kinds of mistakes in Chinese; its own words are English."""
_EN: Mapping[str, str] = {
    "tuple_type": 'Input should be a JSON array, as ["graph.lan"]',
    "unknown_parameter": "there is no such parameter",
    "misspelt_parameter": "there is no such parameter; nearest: {near}",
}
"""Where its own words are for programmers."""


def unknown_parameter(place: Sequence[str], near: Sequence[str]) -> dict[str, Any]:
    """Return a mistake, as pydantic would put it, for a parameter that there is not; ``near`` are those it may mean."""
    kind = "misspelt_parameter" if near else "unknown_parameter"
    return {"type": kind, "loc": tuple(place), "msg": "", "ctx": {"near": ", ".join(near)}}


def words_of(mistake: Mapping[str, Any]) -> Bilingual:
    """Return one of pydantic's mistakes in words; what was sent is not repeated."""
    values = {"expected": "", **mistake.get("ctx", {})}
    expected = str(values["expected"]).replace(" or ", "、").replace(", ", "、")
    zh = _ZH.get(mistake["type"], "不合要求").format_map({**values, "expected": expected})
    own = _EN.get(mistake["type"])
    return Bilingual(zh, own.format_map(values) if own else mistake["msg"])


def words_with_place(mistake: Mapping[str, Any]) -> Bilingual:
    """Return a mistake in words after the name of the field that it is in, whichever of several values it is."""
    where = ".".join(part for part in mistake["loc"] if isinstance(part, str))
    words = words_of(mistake)
    return Bilingual(f"{where} {words.zh}", f"{where}: {words.en}") if where else words
