"""What the detector makes of one duty: its clauses, what they mean, and what comes nearest to them elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from dutygraph.graph.analysis.language.clauses import Formula, cut
from dutygraph.graph.analysis.language.meaning import Meaning
from dutygraph.graph.analysis.language.taxonomy import taxonomy
from dutygraph.graph.analysis.overlap.district import Clause, read_district
from dutygraph.graph.analysis.overlap.measures import Measures
from dutygraph.graph.analysis.overlap.score import Score, score
from dutygraph.graph.errors import UnknownDutyError
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row

_NEAREST = 8
"""So many clauses of other bodies are shown, and as many that are no finding."""
_SHOWN = 8
"""So many duties are named when a text stands for several."""


@dataclass(frozen=True, slots=True)
class Near:
    """A clause of another body: how far it can claim the same case, or why that is no finding."""

    clause: str
    department: str
    text: str
    other: str
    score: Score


@dataclass(frozen=True, slots=True)
class DutyExplained:
    """What the detector makes of a duty or a task."""

    text: str
    department: str
    meanings: tuple[Meaning, ...]
    formulas: tuple[tuple[str, Formula], ...]
    nearest: tuple[Near, ...]
    """The nearest first."""
    suppressed: tuple[Near, ...]
    """Those that share an object and are no finding."""


def explain_duty(store: GraphStore, named: str) -> DutyExplained:
    """Explain the duty or task that an id, the beginning of one, or a part of its text stands for.

    Raises UnknownDutyError when that is none, or several.
    """
    found = _statement(store, named)
    known = taxonomy()
    measures = Measures(read_district(store, found["region"], known))
    clauses = measures.district.clauses
    mine = [number for number, clause in enumerate(clauses) if clause.statement.ref.id == found["id"]]
    near = sorted(_near(store, mine, measures), key=lambda one: -one.score.value)
    suppressed = sorted(
        (one for one in near if one.score.suppressed), key=lambda one: -one.score.shared[0].value
    )
    return DutyExplained(
        text=found["text"],
        department=found["department"],
        meanings=tuple(clauses[number].meaning for number in mine),
        formulas=cut(found["text"]).formulas,
        nearest=tuple(one for one in near if not one.score.suppressed)[:_NEAREST],
        suppressed=tuple(suppressed)[:_NEAREST],
    )


def _near(store: GraphStore, mine: list[int], measures: Measures) -> Iterator[Near]:
    known, clauses = taxonomy(), measures.district.clauses
    names = {row["id"]: row["name"] for row in store.read(cypher("names_of_listed"))}
    for number in mine:
        for other, clause in enumerate(clauses):
            if clause.statement.body != clauses[number].statement.body:
                found = score((number, other), measures, known)
                if found and (found.shared or not found.suppressed):
                    yield _told(clauses[number], clause, names, found)


def _told(one: Clause, other: Clause, names: dict[str, str], found: Score) -> Near:
    name = names[other.statement.body]
    return Near(one.meaning.text, name, other.statement.text, other.meaning.text, found)


def _statement(store: GraphStore, named: str) -> Row:
    found = store.read(cypher("find_statement"), {"named": named.strip(), "limit": _SHOWN + 1})
    exact = [row for row in found if row["id"] == named or row["text"] == named]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise UnknownDutyError(
            zh=f"没有编号以“{named}”开头、文字含“{named}”的职责或工作事项",
            en=f"no duty or task has an id that begins with {named!r}, or a text that holds it",
        )
    texts = "；".join(f"{row['id']} {row['department']} {row['text'][:30]}" for row in found[:_SHOWN])
    raise UnknownDutyError(
        zh=f"“{named}”可以指多项职责，请写编号：{texts}",
        en=f"{named!r} may mean several duties; give the id: {texts}",
    )
