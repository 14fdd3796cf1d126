"""How pages write what the graph holds."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain, groupby, pairwise
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.records import READING_ORDER

_PLACES: Mapping[str, Bilingual] = {
    "sheet": Bilingual("工作表“{}”", "sheet {}"),
    "cell": Bilingual("单元格{}", "cell {}"),
    "page": Bilingual("第{}页", "page {}"),
    "paragraph": Bilingual("第{}段", "paragraph {}"),
    "table": Bilingual("第{}个表", "table {}"),
    "row": Bilingual("第{}行", "row {}"),
    "column": Bilingual("第{}列", "column {}"),
    "line": Bilingual("第{}行", "line {}"),
}
"""The fields of a locator in words."""


def place(locator: Mapping[str, Any] | None, lang: str) -> str:
    """Return a locator in words: 第12行, line 12."""
    fields = [(name, value) for name in READING_ORDER if (value := (locator or {}).get(name)) is not None]
    if lang == "en":
        return ", ".join(_PLACES[name].en.format(value) for name, value in fields)
    return "".join(_PLACES[name].zh.format(value) for name, value in fields)


def reading_order(locator: Mapping[str, Any]) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts locators of one document as they are read; numbers count as numbers."""
    values = (locator.get(name) for name in READING_ORDER)
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


def as_text(value: Any, lang: str) -> str:
    """Return any value of an answer as text: terms by name, locators in words, lists with separators."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return {"zh": "是" if value else "否", "en": "yes" if value else "no"}[lang]
    if isinstance(value, list):
        return ("、" if lang == "zh" else ", ").join(as_text(item, lang) for item in value)
    if isinstance(value, dict):
        return str(value[lang]) if lang in value else place(value, lang)
    return str(value)


def moment(at: str) -> str:
    """Return a time of a verdict (ISO 8601, UTC) for people: to the minute, in the time of this machine."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")


def percent(share: float) -> str:
    """Return a share between 0 and 1 in percent."""
    return f"{share:.1%}"


def quoting(text: str, spans: Sequence[tuple[int, int]]) -> Markup:
    """Return a text with its spans (start and end, in characters) as <mark>."""
    edges = [0, *chain.from_iterable(spans), len(text)]
    pieces = (escape(text[start:end]) for start, end in pairwise(edges))
    return Markup().join(
        Markup("<mark>{}</mark>").format(piece) if number % 2 else piece
        for number, piece in enumerate(pieces)
    )


FILTERS: Mapping[str, Callable[..., Any]] = {
    "excerpt": excerpt,
    "highlight": highlight,
    "moment": moment,
    "percent": percent,
    "place": place,
    "quoting": quoting,
    "runs": runs,
    "segment": segment,
    "short": short,
    "as_text": as_text,
}
