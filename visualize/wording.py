"""How pages write what the graph holds."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain, groupby, pairwise
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.records import FROM_OUTSIDE_IN
from dutygraph.queries.catalogue.known_names import NamedPlace
from dutygraph.queries.search.grams import spelled
from dutygraph.queries.search.models import Hit
from dutygraph.visible import shortened

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

_PAGES: Mapping[str, str] = {
    "Department": "departments",
    "Office": "offices",
    "SharedMatter": "matters",
    "LegalBasis": "laws",
    "SupervisionTarget": "targets",
    "Document": "documents",
    "PublicService": "services",
    "Region": "regions",
    "Finding": "findings",
    "Topic": "topics",
}
"""Where a kind of node has a page of its own; all else is a statement."""

_QUOTED = re.compile("“((?:[^“”]|“[^“”]*”)+)”")
"""What a sentence quotes, with what is quoted in it."""


def place(locator: Mapping[str, Any] | None, lang: str) -> str:
    """Return a locator in words: 第12行, line 12; where a table is the whole file (CSV), its row does without the line."""
    at = locator or {}
    names = [name for name in FROM_OUTSIDE_IN if name != "line" or "row" not in at or "table" in at]
    fields = [(name, value) for name in names if (value := at.get(name)) is not None]
    if lang == "en":
        return ", ".join(_PLACES[name].en.format(value) for name, value in fields)
    return "".join(_PLACES[name].zh.format(value) for name, value in fields)


def where(source: str, locator: Mapping[str, Any] | None, lang: str) -> str:
    """Return a place of a document in words: 民政局.txt 第12行; the document alone where nothing says which place."""
    return f"{source} {place(locator, lang)}".strip()


def segment(text: str) -> str:
    """Return a text as one segment of an address; ids hold characters such as : and /."""
    return quote(text, safe=":")


def source_address(source: str, locator: Mapping[str, Any] | None) -> str:
    """Return the address of a place in a document, on the page of all that was read from it."""
    place = {name: value for name, value in (locator or {}).items() if value is not None}
    return f"/documents/{quote(source, safe='')}/source?{urlencode(place)}#here"


def node_address(label: str, id_: str) -> str:
    """Return the address of the page about a node, of which its label and its id (or name) are given."""
    page = _PAGES.get(label, "statements")
    return f"/{page}/{segment(id_)}{'/source' if label == 'Document' else ''}"


def hit_address(hit: Hit) -> str:
    """Return the address of the page about what a search has found."""
    return node_address(hit.kind["name"], hit.id)


def short(text: str | None, length: int) -> str:
    """Return the start of a text, with an ellipsis when there is more."""
    return shortened(" ".join((text or "").split()), length)


def in_short(sentence: str, names: Mapping[str, str]) -> str:
    """Return a sentence with the names of bodies as they are called within their region, but in what it quotes.

    A name that is all of a quotation is meant itself, and loses its quotation marks.
    """
    pieces = _QUOTED.split(sentence)
    pieces[::2] = [_renamed(piece, names) for piece in pieces[::2]]
    pieces[1::2] = [names.get(quoted, f"“{quoted}”") for quoted in pieces[1::2]]
    return "".join(pieces)


def _renamed(text: str, names: Mapping[str, str]) -> str:
    for name in sorted((name for name in names if name in text), key=len, reverse=True):
        text = text.replace(name, names[name])
    return text


def excerpt(text: str | None, wanted: str | Sequence[str], around: int = 60) -> str:
    """Return the part of a text around the first place where a wanted text stands."""
    whole = " ".join((text or "").split())
    first, last = next(iter(_places(whole, wanted)), (0, 0))
    start, end = max(0, first - around), last + around + max(0, around - first)
    return f"{'…' if start else ''}{whole[start:end]}{'…' if end < len(whole) else ''}"


def highlight(text: str, wanted: str | Sequence[str]) -> Markup:
    """Return the text, escaped, with the wanted texts marked, in whatever characters they are written."""
    return quoting(text, _places(text, wanted))


def _places(text: str, wanted: str | Sequence[str]) -> list[tuple[int, int]]:
    """Return where wanted texts stand, from left to right; where two begin at one place, the one named first counts."""
    words = [wanted] if isinstance(wanted, str) else wanted
    if not any(words):
        return []
    pattern = "|".join(re.escape(spelled(word)) for word in words if word)
    return [match.span() for match in re.finditer(pattern, spelled(text))]


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


def counted(values: Iterable[str]) -> Mapping[str, int]:
    """Return how often each value comes, in the order in which they come first."""
    return Counter(values)


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


def with_links(text: str, places: Iterable[NamedPlace]) -> Markup:
    """Return a text, escaped, with what it names as links to their pages."""
    pieces, end = [], 0
    for place_ in places:
        address = node_address(place_.thing.label, place_.thing.id)
        link = Markup('<a class="named" href="{}">{}</a>').format(address, text[place_.start : place_.end])
        pieces += [escape(text[end : place_.start]), link]
        end = place_.end
    return Markup().join([*pieces, escape(text[end:])])


FILTERS: Mapping[str, Callable[..., Any]] = {
    "counted": counted,
    "excerpt": excerpt,
    "highlight": highlight,
    "in_short": in_short,
    "hit_address": hit_address,
    "moment": moment,
    "node_address": node_address,
    "percent": percent,
    "place": place,
    "quoting": quoting,
    "runs": runs,
    "segment": segment,
    "source_address": source_address,
    "short": short,
    "as_text": as_text,
}
