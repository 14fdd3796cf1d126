"""Kinds of documents beside lists of duties: those that are not read, and boundaries between many bodies."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Block, Table, text_of
from dutygraph.ingest.lists.cutting import RawList
from dutygraph.ingest.lists.kinds import names_other_kind, other_kinds, section_kinds
from dutygraph.ingest.lists.titles import LONGEST_TITLE, claimed_name, names_list
from dutygraph.ingest.records import Kind

_DUTIES = section_kinds()["duties"]
_BOUNDARIES = section_kinds()["boundaries"]


def kind_of_list(raw: RawList) -> Kind:
    """Return what kind of list was found, by its title and headings, or by the columns and steps of its tables."""
    lines = [raw.title, *(section.heading.text for section in raw.sections), *map(text_of, raw.preface)]
    if any(word in folded(line) for line in lines for word in other_kinds()["township"]["titles"]):
        return "township"
    if _are_provisions(raw):
        return "provisions"
    names = {section.name for section in raw.sections}
    over_many = names_other_kind(raw.title, "boundaries") or bool(claimed_name(raw.title))
    if not raw.department and names == {_BOUNDARIES.name} and over_many:
        return "boundaries"
    return "powers" if names <= {_DUTIES.name, ""} and _lists_powers(raw) else "duties"


def what_is(kind: Kind) -> Bilingual:
    """Return what such a kind is called."""
    return Bilingual(other_kinds()[kind]["zh"], other_kinds()[kind]["en"])


def _are_provisions(raw: RawList) -> bool:
    """Whether it is a 三定规定: prose under a title, or with headings, as only these have; no list says that it is one."""
    if names_list(raw.title) or any(isinstance(block, Table) for block in _blocks(raw)):
        return False
    headings = {section.heading.text for section in raw.sections}
    lines = (folded(text) for text in (raw.title, *map(text_of, _blocks(raw))) if len(text) <= LONGEST_TITLE)
    return headings.issuperset(other_kinds()["provisions"]["headings"]) or any(
        map(_provision().search, lines)
    )


def _blocks(raw: RawList) -> Iterator[Block]:
    return chain(raw.preface, *(section.blocks for section in raw.sections))


def _lists_powers(raw: RawList) -> bool:
    """Whether it prints the header of a column of powers and the steps of each, and no headers of duties and tasks.

    A header may stand in a row of its own below others, or cell by cell on lines.
    """
    texts = {folded(text) for text in _texts(raw)}
    if texts.isdisjoint(other_kinds()["powers"]["columns"]):
        return False
    if all(texts.intersection(_DUTIES.columns[role]) for role in _DUTIES.subject):
        return False
    return any(map(_step().search, texts))


def _texts(raw: RawList) -> Iterator[str]:
    for block in _blocks(raw):
        if isinstance(block, Table):
            yield from (cell.text for row in (block.header, *block.rows) for cell in row.cells)
        else:
            yield text_of(block)


@cache
def _provision() -> re.Pattern[str]:
    """A title that has one of the words, and no sentence that refers to it (根据…规定，…)."""
    words = "|".join(other_kinds()["provisions"]["titles"])
    return re.compile(f"^(?!根据|按照|依据|依照|为)[^。；：，]*(?:{words})[^。；：，]*$")


@cache
def _step() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(other_kinds()['powers']['steps'])})(?:阶段|环节)?责任")
