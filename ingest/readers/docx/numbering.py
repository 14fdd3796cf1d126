"""Word's automatic numbering: the numbers that Word prints in front of paragraphs and does not store as text."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace

from dutygraph.ingest.readers.docx.xml import Element, is_on, number, value, w
from dutygraph.ingest.readers.tables.counting import counted

_LEVEL_NUMBER = re.compile(r"%([1-9])")
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """The numbering of the paragraphs of one level."""

    start: int
    style: str
    pattern: str
    """The text around the numbers, such as ``（%1）``; %2 stands for the number of the second level."""
    suffix: str
    restarts_after: int
    """The level (1-based) whose numbers restart this one; 0 for none."""
    in_digits: bool
    paragraph_style: str | None


class Numbering:
    """The numbering of a document. ``label`` counts, so it is called for each paragraph, in order."""

    def __init__(self, definitions: Element | None, styles: Element | None) -> None:
        self._styles = _Styles(styles)
        self._lists = _Lists(definitions, self._styles)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: Element | None) -> str:
        """Count a paragraph; return its number with a blank behind, "" if it has no number or a bullet."""
        list_id, depth = self._list_and_level(properties)
        levels = self._lists.levels(list_id)
        if depth not in levels:
            return ""
        counts = self._counts[self._lists.shared_id(list_id)]
        self._count(list_id, depth, levels, counts)
        level = levels[depth]
        if level.style == "bullet":
            return ""

        def number_of_level(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            if at not in levels:
                return ""
            style = "decimal" if level.in_digits else levels[at].style
            return counted(counts.get(at, levels[at].start), style)

        label = _LEVEL_NUMBER.sub(number_of_level, level.pattern)
        return label + level.suffix if label else ""

    def _list_and_level(self, properties: Element | None) -> tuple[str, int]:
        """Return the list id and the level (from 0) of a paragraph: its own, or those of its style."""
        style = value(properties, "pStyle")
        own = properties.find(w("numPr")) if properties is not None else None
        inherited = self._styles.list_of(style)
        list_id = value(own, "numId") or (value(inherited, "numId") or "")
        if value(own, "ilvl") is not None:
            return list_id, number(own, "ilvl")
        if value(own, "numId") is not None:
            return list_id, 0
        for depth, level in self._lists.levels(list_id).items():
            if style is not None and level.paragraph_style in self._styles.family(style):
                return list_id, depth
        return list_id, number(inherited, "ilvl")

    def _count(self, list_id: str, depth: int, levels: dict[int, Level], counts: dict[int, int]) -> None:
        if self._lists.begins_anew(list_id, depth) and (list_id, depth) not in self._begun:
            counts.pop(depth, None)
        self._begun.add((list_id, depth))
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for below in [at for at in counts if at > depth and levels[at].restarts_after > depth]:
            del counts[below]


class _Styles:
    """The numbering in paragraph styles."""

    def __init__(self, root: Element | None) -> None:
        styles = root.findall(w("style")) if root is not None else []
        self._by_id = {style.get(w("styleId"), ""): style for style in styles}
        defaults = [
            s for s in styles if s.get(w("type")) == "paragraph" and s.get(w("default")) in ("1", "true")
        ]
        self._default = defaults[0].get(w("styleId")) if defaults else None

    def family(self, style: str | None) -> list[str]:
        """Return the ids of a style (the default one for None) and of those it is based on, nearest first."""
        chain: list[str] = []
        style = style or self._default
        while style and style in self._by_id and style not in chain:
            chain.append(style)
            style = value(self._by_id[style], "basedOn")
        return chain

    def list_of(self, style: str | None) -> Element | None:
        """Return the numbering properties of a style or of the nearest it is based on, None if none has any."""
        for name in self.family(style):
            properties = self._by_id[name].find(f"{w('pPr')}/{w('numPr')}")
            if properties is not None:
                return properties
        return None


class _Lists:
    """The definitions of numbering.xml: a list refers to a shared one, and may change levels of it."""

    def __init__(self, root: Element | None, styles: _Styles) -> None:
        self._styles = styles
        lists = root.findall(w("num")) if root is not None else []
        shared = root.findall(w("abstractNum")) if root is not None else []
        self._lists = {element.get(w("numId"), ""): element for element in lists}
        self._shared = {element.get(w("abstractNumId"), ""): element for element in shared}
        self._levels: dict[str, dict[int, Level]] = {}
        self._anew: set[tuple[str, int]] = set()

    def shared_id(self, list_id: str) -> str:
        """Return the id of a list's shared definition; lists with the same one are counted together."""
        shared = value(self._lists.get(list_id), "abstractNumId") or ""
        for _ in range(_DEEPEST):
            link = value(self._shared.get(shared), "numStyleLink")
            if link is None:
                break
            linked = value(self._styles.list_of(link), "numId") or ""
            shared = value(self._lists.get(linked), "abstractNumId") or ""
        return shared

    def levels(self, list_id: str) -> dict[int, Level]:
        """Return the levels of a list by depth, {} when there is no such list (numId 0 means: not numbered)."""
        if list_id not in self._levels:
            levels = dict(_levels(self._shared.get(self.shared_id(list_id))))
            for depth, override in self._overrides(list_id):
                levels.update(_levels(override))
                if depth in levels and value(override, "startOverride") is not None:
                    levels[depth] = replace(levels[depth], start=number(override, "startOverride"))
                    self._anew.add((list_id, depth))
            self._levels[list_id] = levels
        return self._levels[list_id]

    def begins_anew(self, list_id: str, depth: int) -> bool:
        """Return whether a level of a list restarts instead of continuing those of lists with the same definition."""
        return (list_id, depth) in self._anew

    def _overrides(self, list_id: str) -> list[tuple[int, Element]]:
        definition = self._lists.get(list_id)
        overrides = definition.findall(w("lvlOverride")) if definition is not None else []
        return [(_depth(element), element) for element in overrides]


def _depth(element: Element) -> int:
    text = element.get(w("ilvl"), "0")
    return int(text) if text.isdecimal() and len(text) == 1 else 0


def _levels(parent: Element | None) -> dict[int, Level]:
    elements = parent.findall(w("lvl")) if parent is not None else []
    return {depth: _level(element, depth) for element in elements if (depth := _depth(element)) < _DEEPEST}


def _level(element: Element, depth: int) -> Level:
    return Level(
        start=number(element, "start", default=0),
        style=_style(element),
        pattern=value(element, "lvlText") or "",
        suffix="" if value(element, "suff") == "nothing" else " ",
        restarts_after=number(element, "lvlRestart", default=depth),
        in_digits=is_on(element, "isLgl"),
        paragraph_style=value(element, "pStyle"),
    )


def _style(element: Element) -> str:
    """Return the number format; formats new in Word 2010 stand in alternatives, beside a replacement."""
    for child in element.iter(w("numFmt")):
        if (style := child.get(w("val"))) and style != "custom":
            return style
    return "decimal"
