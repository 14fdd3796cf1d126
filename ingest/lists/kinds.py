"""The kinds of lists and the sections that each may hold, read once from ``kinds.yaml`` and ``sections/*.yaml``."""

import dataclasses
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dutygraph.ingest.characters import folded
from dutygraph.ingest.word_files import load_words

Words = tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class SectionKind:
    """A section of a list: where its records stand in the parse output, and the words it is recognised by."""

    field: str
    """Its field of the parse output (``duties``); its reader is the module ``sections.<field>``."""
    name: str
    """What it is called in print (部门职责)."""
    headings: Words
    columns: Mapping[str, Words]
    """Column role to the header texts that stand for it, first those that do in every section."""
    usual: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Column role to the header that it usually has."""
    subject: Words = ()
    """Columns that say what the section is about; a table without any of them is not placed in it by its columns."""
    fills_row: Words = ()
    """Columns that a row of its own fills: who does it."""
    answers: Words = ()
    """Columns that name who answers for a row."""
    spans_rows: Words = ()
    """Columns that stand once for several rows."""
    holds: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Column role to what stands in such a column (``contents.py``), for a header that is unknown."""
    pair: Words = ()
    """The two columns of texts: the one that says what it is about, and the one that goes into detail."""
    family: Words = ()
    """The same two where their headers are alike: of two headers of one role, the second stands for the other."""
    words: Mapping[str, Words] = dataclasses.field(default_factory=dict)
    """Further words that its reader asks for, by name."""


@dataclasses.dataclass(frozen=True, slots=True)
class ListKind:
    """A kind of list: what its title ends with, and its sections in the order of print."""

    name: str
    titles: Words
    sections: tuple[SectionKind, ...]
    required: bool
    """Whether a section that is missing or empty is a gap."""


@cache
def list_kinds() -> Mapping[str, ListKind]:
    """Return every kind of list by its name."""
    kinds = _kinds_file()["kinds"]
    return {name: _list_kind(name, **entry) for name, entry in kinds.items()}


@cache
def section_kinds() -> Mapping[str, SectionKind]:
    """Return every kind of section by its field of the parse output, in the order of the kinds of lists."""
    return {section.field: section for kind in list_kinds().values() for section in kind.sections}


def section_named(name: str | None) -> SectionKind | None:
    """Return the kind of section that is called so in print (部门职责), None if there is none."""
    return next((section for section in section_kinds().values() if section.name == name), None)


def kind_of(sections: Collection[str]) -> ListKind:
    """Return the kind of a list in which these sections (names as printed) have a heading or a table.

    A list without any is one of rules (制度), which have no headings.
    """
    kinds = list_kinds()
    if not sections:
        return kinds["rules"]
    return max(kinds.values(), key=lambda kind: sum(one.name in sections for one in kind.sections))


@cache
def other_kinds() -> Mapping[str, Mapping[str, Any]]:
    """Return the kinds of lists that are not read as duties are, by name, with the words by which they are recognised."""
    others: Mapping[str, Mapping[str, Any]] = _kinds_file()["others"]
    return others


def names_other_kind(line: str, *kinds: str) -> bool:
    """Say whether a cleaned line is the title of such a list, one of these kinds: 某区部门职责边界清单."""
    titles = (word for kind in kinds for word in other_kinds()[kind]["titles"])
    return "清单" in line and any(word in folded(line) for word in titles)


def _list_kind(name: str, titles: list[str], sections: list[str], required: bool) -> ListKind:
    return ListKind(name, tuple(titles), tuple(map(_section_kind, sections)), required)


@cache
def _section_kind(field: str) -> SectionKind:
    entry: dict[str, Any] = load_words(Path(__file__).parent / "sections" / f"{field}.yaml")
    common = _kinds_file()["columns"]
    columns = {role: (*common.get(role, ()), *words) for role, words in entry.pop("columns").items()}
    words = {name: tuple(words) for name, words in entry.pop("words", {}).items()}
    usual, holds = entry.pop("usual", {}), entry.pop("holds", {})
    lists = {name: tuple(value) for name, value in entry.items() if name != "name"}
    return SectionKind(field, entry["name"], columns=columns, words=words, usual=usual, holds=holds, **lists)


@cache
def _kinds_file() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = load_words(Path(__file__).with_suffix(".yaml"))
    return loaded
