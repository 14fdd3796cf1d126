"""How pages write what the graph holds."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from itertools import groupby
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

_PLACES = {
    "sheet": ("工作表“{}”", "sheet {}"),
    "cell": ("单元格{}", "cell {}"),
    "page": ("第{}页", "page {}"),
    "paragraph": ("第{}段", "paragraph {}"),
    "table": ("第{}个表", "table {}"),
    "row": ("第{}行", "row {}"),
    "column": ("第{}列", "column {}"),
    "line": ("第{}行", "line {}"),
}
"""The fields of a locator in the order in which a reader finds the place."""


def place(locator: Mapping[str, Any] | None, lang: str) -> str:
    """Return a locator in words: 第12行, line 12."""
    words = [
        forms[lang == "en"].format(locator[name])
        for name, forms in _PLACES.items()
        if locator and locator.get(name) is not None
    ]
    return ", ".join(words) if lang == "en" else "".join(words)


def reading_order(locator: Mapping[str, Any]) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts locators of one document as they are read; numbers count as numbers."""
    values = (locator.get(name) for name in _PLACES)
    return tuple((value, "") if isinstance(value, int) else (0, value or "") for value in values)


def segment(text: str) -> str:
    """Return a text as one segment of an address; ids hold characters such as : and /."""
    return quote(text, safe=":")


def short(text: str | None, length: int) -> str:
    """Return the start of a text, with an ellipsis when there is more."""
    flat = " ".join((text or "").split())
    return flat if len(flat) <= length else f"{flat[: length - 1]}…"


def excerpt(text: str | None, wanted: str, around: int = 60) -> str:
    """Return the part of a text around the first place where the wanted text stands."""
    whole = " ".join((text or "").split())
    start = max(0, whole.find(wanted) - around)
    end = start + len(wanted) + 2 * around
    return f"{'…' if start else ''}{whole[start:end]}{'…' if end < len(whole) else ''}"


def highlight(text: str, wanted: str) -> Markup:
    """Return the text, escaped, with the wanted text marked."""
    return Markup("<mark>{}</mark>").format(wanted).join(escape(part) for part in text.split(wanted))


def runs(rows: Iterable[Mapping[str, Any]], key: str) -> list[tuple[Any, list[Mapping[str, Any]]]]:
    """Return neighbouring rows with the same value of a column together, in their order."""
    return [(value, list(group)) for value, group in groupby(rows, key=lambda row: row[key])]


def shown(value: Any, lang: str) -> str:
    """Return any value of an answer as text: terms by name, locators in words, lists with separators."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return {"zh": "是" if value else "否", "en": "yes" if value else "no"}[lang]
    if isinstance(value, list):
        return ("、" if lang == "zh" else ", ").join(shown(item, lang) for item in value)
    if isinstance(value, dict):
        return str(value[lang]) if lang in value else place(value, lang)
    return str(value)


def moment(at: str) -> str:
    """Return a time of a verdict (ISO 8601, UTC) for people: to the minute, in the time of this machine."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")


FILTERS: Mapping[str, Callable[..., Any]] = {
    "excerpt": excerpt,
    "highlight": highlight,
    "moment": moment,
    "place": place,
    "runs": runs,
    "segment": segment,
    "short": short,
    "shown": shown,
}
