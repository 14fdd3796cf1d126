"""Warnings of reading: what each text warns of, and a registry that holds all of them and nothing else."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
import yaml

from dutygraph.ingest.parse import parse_bytes
from dutygraph.ingest.reading_options import ReadingOptions
from dutygraph.ingest.records import Locator
from dutygraph.ingest.warnings import WarningKind, places, warning, warning_kinds
from tests.source_tree import ROOMS, modules, syntax

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "cases" / "warnings.yaml").read_text(encoding="utf-8")
)
RELAYS = {"ingest/lists/draft.py", "ingest/lists/grid.py"}
"""Modules whose functions hand on a code that was given to them."""


def calls(function: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function or method of this name in the product, with its module."""
    for module in modules(*ROOMS):
        for node in ast.walk(syntax(module)):
            if isinstance(node, ast.Call) and function == (
                getattr(node.func, "attr", None) or getattr(node.func, "id", None)
            ):
                yield module, node


def code_of(module: str, argument: ast.expr) -> str | None:
    """The code that an argument states, None where a relay hands it on."""
    if isinstance(argument, ast.Constant):
        return str(argument.value)
    assert module in RELAYS, f"{module}:{argument.lineno}: the code of a warning is stated where it is given"
    return None


def fields(template: str) -> set[str | None]:
    return {field for _, field, _, _ in Formatter().parse(template)} - {None}


@pytest.mark.parametrize("case", CASES["reading"], ids=lambda case: case["name"])
def test_labelled_case(case: dict[str, Any]) -> None:
    codes = {each["code"] for each in case["warnings"]}
    content, name = (case["html"], "list.html") if "html" in case else (case["text"], "list.txt")
    (read,) = parse_bytes(content.encode(), name, ReadingOptions(columns=case.get("columns", ""))).lists
    place = "paragraph" if "html" in case else "line"
    assert [
        {"code": each.code, place: getattr(each.locator, place), "zh": each.message, "en": each.message_en}
        for each in read.warnings
        if each.code in codes or each.code != "read_in_part"
    ] == case["warnings"]


def test_every_kind_and_every_place_has_a_case() -> None:
    expected = [each for cases in CASES.values() for case in cases for each in case["warnings"]]
    assert {each["code"] for each in expected} == warning_kinds().keys()
    unplaced = [each for each in expected if each["code"] == "unplaced_text"]
    assert [
        code
        for code, place in places().items()
        if not any(place.zh in each["zh"] and place.en in each["en"] for each in unplaced)
    ] == []


@pytest.mark.parametrize("kind", warning_kinds().values(), ids=lambda kind: kind.code)
def test_a_kind_says_the_same_in_both_languages(kind: WarningKind) -> None:
    assert fields(kind.template.zh) == fields(kind.template.en) == kind.fields
    texts = [text for text in (kind.title, kind.template, kind.advice) if text]
    assert all(text.zh.strip() and text.en.strip() for text in texts)


def test_what_is_called_is_registered_and_the_other_way_round() -> None:
    called: dict[str, set[str | None]] = {}
    for function, filled in (("warn", {"section"}), ("warning", set())):
        for module, call in calls(function):
            if code := code_of(module, call.args[0]):
                called[code] = {*filled, *(keyword.arg for keyword in call.keywords)}
    assert called == {code: kind.fields for code, kind in warning_kinds().items()}


def test_places_that_are_named_are_registered_and_the_other_way_round() -> None:
    named = {code_of(module, call.args[1]) for module, call in calls("warn_unplaced") if len(call.args) > 1}
    assert named - {None} | {"start"} == places().keys()


def test_warnings_are_made_in_one_place() -> None:
    assert [module for module, _ in calls("ParseWarning")] == ["ingest/warnings.py"]


@pytest.mark.parametrize(
    ("code", "values", "error"),
    [
        ("no_such_kind", {}, KeyError),
        ("shifted_row", {"section": "部门职责"}, TypeError),
        ("no_department", {"section": "部门职责"}, TypeError),
    ],
)
def test_a_call_that_does_not_fit_is_a_fault(
    code: str, values: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error, match=code):
        warning(code, Locator(line=1), **values)
