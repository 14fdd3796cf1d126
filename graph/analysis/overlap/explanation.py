"""How the detector reads one duty: its clauses, their meaning, and the nearest clauses of other bodies."""

from collections.abc import Iterator
from dataclasses import dataclass

from dutygraph.graph.analysis.language.clauses import Formula, cut
from dutygraph.graph.analysis.language.meaning import Meaning
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.overlap.district import Clause, read_district
from dutygraph.graph.analysis.overlap.measures import Measures
from dutygraph.graph.analysis.overlap.score import Score, score
from dutygraph.graph.errors import UnknownDutyError
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row

_NEAREST = 8
"""Number of clauses of other bodies that are returned, and of those that are excluded."""
_SHOWN = 8
"""Number of duties that an error names when a text stands for several."""


@dataclass(frozen=True, slots=True)
class NearClause:
    """A clause of the duty, one of another body, and their score; ``text`` is the duty or task of the other body."""

    clause: str
    department: str
    text: str
    their_clause: str
    score: Score


@dataclass(frozen=True, slots=True)
class DutyExplanation:
    """A duty or a task as the detector reads it."""

    text: str
    department: str
    meanings: tuple[Meaning, ...]
    formulas: tuple[tuple[str, Formula], ...]
    nearest: tuple[NearClause, ...]
    """Pairs in descending order of score."""
    suppressed: tuple[NearClause, ...]
    """Pairs that share an object and are excluded, in descending order of the object's score."""


def explain_duty(store: GraphStore, named: str) -> DutyExplanation:
    """Explain the duty or task whose id begins with ``named``, or whose text contains it.

    Raises UnknownDutyError when there is none, or several.
    """
    row = _statement(store, named)
    taxonomy = load_taxonomy()
    measures = Measures(read_district(store, row["region"], taxonomy))
    clauses = measures.district.clauses
    mine = [number for number, clause in enumerate(clauses) if clause.statement.ref.id == row["id"]]
    near = sorted(_near(store, mine, measures), key=lambda pair: -pair.score.value)
    suppressed = sorted(
        (pair for pair in near if pair.score.suppressed), key=lambda pair: -pair.score.shared[0].value
    )
    return DutyExplanation(
        text=row["text"],
        department=row["department"],
        meanings=tuple(clauses[number].meaning for number in mine),
        formulas=cut(row["text"]).formulas,
        nearest=tuple(pair for pair in near if not pair.score.suppressed)[:_NEAREST],
        suppressed=tuple(suppressed)[:_NEAREST],
    )


def _near(store: GraphStore, mine: list[int], measures: Measures) -> Iterator[NearClause]:
    taxonomy, clauses = load_taxonomy(), measures.district.clauses
    names = {row["id"]: row["name"] for row in store.read(cypher("names_of_listed"))}
    for number in mine:
        for right, clause in enumerate(clauses):
            if clause.statement.body != clauses[number].statement.body:
                result = score((number, right), measures, taxonomy)
                if result and (result.shared or not result.suppressed):
                    yield _near_clause(clauses[number], clause, names, result)


def _near_clause(left: Clause, right: Clause, names: dict[str, str], result: Score) -> NearClause:
    name = names[right.statement.body]
    return NearClause(left.meaning.text, name, right.statement.text, right.meaning.text, result)


def _statement(store: GraphStore, named: str) -> Row:
    rows = store.read(cypher("find_statement"), {"named": named.strip(), "limit": _SHOWN + 1})
    exact = [row for row in rows if row["id"] == named or row["text"] == named]
    if len(exact or rows) == 1:
        return (exact or rows)[0]
    if not rows:
        raise UnknownDutyError(
            zh=f"没有编号以“{named}”开头、文字含“{named}”的职责或工作事项",
            en=f"no duty or task has an id that begins with {named!r}, or a text that holds it",
        )
    texts = "；".join(f"{row['id']} {row['department']} {row['text'][:30]}" for row in rows[:_SHOWN])
    raise UnknownDutyError(
        zh=f"“{named}”可以指多项职责，请写编号：{texts}",
        en=f"{named!r} may mean several duties; give the id: {texts}",
    )
