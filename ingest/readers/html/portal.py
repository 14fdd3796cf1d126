"""The portal around a document: index table, foot, buttons, the way to other pages.

Only what surely belongs to the portal is found, by the words of ``portal.yaml``; whatever holds a header row or a heading
of a list is left alone, and a table is the portal's as a whole or not at all.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from lxml import etree

from dutygraph.ingest.characters import Words, folded
from dutygraph.ingest.readers.html.elements import Element, is_seen
from dutygraph.ingest.text import clean
from dutygraph.ingest.word_files import load_words

_BLOCK_NAMES = """
address article dd div dl dt footer form h1 h2 h3 h4 h5 h6 header li main ol p pre section td th ul
"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_LABEL_MARKS = "【】[]：: \u3000"
_BETWEEN = re.compile(r"[\s|｜/·【】\[\]<>《》（）()：:«»‹›]+")
_PAGE = re.compile(r"\d{1,3}|\.{2,3}|…")
_LETTERS_OF_DAY = 3
_LONGEST_FOOT = 300
_LONGEST_INDEX = 1000
"""Characters; no foot and no index is longer."""


def portal_of(root: Element, holding: Collection[Element], lists: Collection[Element]) -> Iterator[Element]:
    """Yield the elements below ``root`` that are the portal's.

    ``holding`` are the elements around parts of a list, ``lists`` the tables of lists.
    """
    units = list(_units_with_kind(root, holding, lists))
    for is_portal, run in groupby(units, key=lambda pair: pair[1] is not None):
        found = list(run) if is_portal else []
        has_foot = any(kind == "foot" for _, kind in found)
        yield from (element for element, kind in found if kind == "sure" or has_foot)


def _units_with_kind(
    root: Element, holding: Collection[Element], lists: Collection[Element]
) -> Iterator[tuple[Element, str | None]]:
    """Yield each unit with its kind; lines that are but links are the portal's below 相关链接."""
    is_related = False
    for unit in _units(root, holding, lists):
        kind = None if unit in holding else _kind(unit)
        if kind is None and is_related and _is_linked(unit):
            kind = "sure"
        is_related = kind is not None and (is_related or _is_related(unit))
        yield unit, kind


def _is_related(unit: Element) -> bool:
    """Return whether a line is the heading above links to other pages, and no link itself."""
    return _text(unit).strip(_LABEL_MARKS) in _words().related and not _is_linked(unit)


def _is_linked(unit: Element) -> bool:
    """Return whether all letters of a line stand in links, but for those of a day (2021年6月30日)."""
    linked = sum(_letters(link) for link in unit.iter("a") if link.get("href") is not None)
    return linked > 0 and _letters(unit) - linked <= _LETTERS_OF_DAY


def _letters(element: Element) -> int:
    return sum(char.isalpha() for char in _text(element))


def _units(root: Element, holding: Collection[Element], lists: Collection[Element]) -> Iterator[Element]:
    """Yield the tables and the lines outside of tables, and behind their content the elements of ``holding``."""
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            if element in holding:
                yield element
        elif not isinstance(element.tag, str) or not is_seen(element) or element in lists:
            walker.skip_subtree()
        elif element not in holding and (element.tag == "table" or _is_line(element)):
            yield element
            walker.skip_subtree()


def _is_line(element: Element) -> bool:
    return element.tag in _BLOCKS and next(element.iterdescendants(*_BLOCKS, "table"), None) is None


def _kind(element: Element) -> str | None:
    """Return whether an element is surely the portal's, its "foot" or "beside" a foot; None for what may be content."""
    if element.tag != "table":
        return _kind_of_line(_text(element))
    cells = [text for cell in element.iter("td", "th") if (text := _text(cell))]
    if _is_index(cells):
        return "sure"
    kinds = {_kind_of_line(text) for text in cells}
    return None if None in kinds else next((kind for kind in ("foot", "sure") if kind in kinds), "beside")


def _kind_of_line(text: str) -> str | None:
    words, plain = _words(), folded(clean(text))
    if not plain:
        return "beside"
    if plain.startswith(words.beginnings) or _is_row_of_buttons(text) or _is_line_of_index(plain):
        return "sure"
    if len(plain) > _LONGEST_FOOT:
        return None
    if words.foot.search(plain):
        return "foot"
    return "beside" if words.foot_labels.match(plain) else None


def _is_row_of_buttons(text: str) -> bool:
    parts = [part for part in _BETWEEN.split(text) if part]
    named = [part for part in parts if part in _words().buttons]
    return any(len(part) > 1 for part in named) and all(
        part in named or _PAGE.fullmatch(part) for part in parts
    )


def _is_index(cells: Iterable[str]) -> bool:
    """Return whether cells are an index: labels with what they say behind them, and one that only an index has."""
    texts = [text for cell in cells if (text := _bare(cell))]
    labels = {label for text in texts if (label := _label(text))}
    is_short = sum(map(len, texts)) <= _LONGEST_INDEX
    return (
        is_short
        and len(labels) > 1
        and any(one in _words().index_only for one in labels)
        and len(labels) * 3 >= len(texts)
    )


def _is_line_of_index(line: str) -> bool:
    """Return whether a line is an index: 索引号：01-2016 公开方式：主动公开."""
    words = _words()
    if len(line) > _LONGEST_INDEX or not words.index_labels.match(line.lstrip(_LABEL_MARKS)):
        return False
    labels = set(words.index_labels.findall(line))
    return len(labels) > 1 and any(one in words.index_only for one in labels)


def _label(text: str) -> str:
    """Return the label that a cell is (【索引号】) or begins with (索引号：…), "" for another text."""
    head = _bare(re.split("[：:]", text, maxsplit=1)[0])
    return head if head in _words().index else ""


def _bare(text: str) -> str:
    return clean(text).strip(_LABEL_MARKS)


def _text(element: Element) -> str:
    return " ".join(" ".join(map(str, element.itertext())).split())


@dataclass(frozen=True, slots=True)
class _PortalWords:
    """The words of ``portal.yaml``, ready to be looked up."""

    index: Words
    index_only: Words
    index_labels: re.Pattern[str]
    foot: re.Pattern[str]
    foot_labels: re.Pattern[str]
    beginnings: tuple[str, ...]
    buttons: Words
    related: Words


@cache
def _words() -> _PortalWords:
    data = load_words(Path(__file__).with_suffix(".yaml"))
    return _PortalWords(
        index=Words(data["index"]),
        index_only=Words(data["index_only"]),
        index_labels=re.compile(
            f"({'|'.join(sorted(data['index'], key=len, reverse=True))})[】\\]]?[：:】\\]]"
        ),
        foot=re.compile("|".join(data["foot"]), re.IGNORECASE),
        foot_labels=re.compile(f"(?:{'|'.join(data['foot_labels'])})[：:]"),
        beginnings=tuple(data["beginnings"]),
        buttons=Words([*data["buttons"], *data["related"]]),
        related=Words(data["related"]),
    )
