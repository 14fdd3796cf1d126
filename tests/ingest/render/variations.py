"""Every layout as it is, with its columns in another order, with other words in its headers, with breaks in other places."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.records import DutyList
from tests.ingest.render.content import WORDS, Worded
from tests.ingest.render.layouts import LAYOUTS
from tests.ingest.render.score import Layout, Lists

AS_PRINTED = "as printed"


def every_variation() -> Iterator[tuple[str, str, str, Layout]]:
    """Yield the suffix, the name of a layout, the name of its variation, and the layout so varied.

    Each layout has an order of columns and words of its own.
    """
    for number, ((suffix, name), layout) in enumerate(LAYOUTS.items()):
        yield suffix, name, AS_PRINTED, layout
        yield suffix, name, "columns permuted", _printing(layout, permuted(number))
        yield suffix, name, "headers renamed", _printing(layout, renamed(number))
        if layout.moved:
            yield suffix, name, "breaks moved", replace(layout, render=layout.moved)


def _printing(layout: Layout, change: Callable[[DutyList], DutyList]) -> Layout:
    """Return a layout that prints changed lists and says what it said."""

    def render(lists: Lists) -> bytes:
        return layout.render([change(found) for found in lists])

    return replace(layout, render=render)


def permuted(seed: int) -> Callable[[DutyList], DutyList]:
    """Return a change of the order of columns; all lists of a document keep to one order."""
    order = {section: _shuffled(seed, tuple(words)) for section, words in WORDS.items()}

    def change(found: DutyList) -> DutyList:
        columns = {
            section: sorted(roles, key=order[section].index) if section in order else roles
            for section, roles in found.columns.items()
        }
        return found.model_copy(update={"columns": columns})

    return change


def _shuffled(seed: int, roles: Sequence[str]) -> list[str]:
    return Random(seed).sample(roles, len(roles))


def renamed(seed: int) -> Callable[[DutyList], DutyList]:
    """Return a change of header words to synonyms; what names a column of bodies is left out, as flat sheets have one."""
    words = {
        kind.name: {
            role: _synonym(seed + at, synonyms, WORDS[kind.name].get(role))
            for at, (role, synonyms) in enumerate(kind.columns.items())
        }
        for kind in section_kinds().values()
        if kind.name in WORDS
    }
    return lambda found: Worded(**dict(found), words=words)


def _synonym(number: int, synonyms: Sequence[str], usual: str | None) -> str:
    others = [word for word in synonyms if word != usual and word not in vocabulary().department_columns]
    return others[number % len(others)] if others else synonyms[0]
