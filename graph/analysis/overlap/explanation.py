"""How the detector reads one duty: the claims in it, and the nearest claims of other bodies."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dutygraph.graph.analysis.language.clauses import Formula, cut
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.claims.district import read_district
from dutygraph.graph.analysis.overlap.pairs.measures import Measures
from dutygraph.graph.analysis.overlap.pairs.score import Score, score
from dutygraph.graph.errors import UnknownDutyError
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row

_NEAREST = 8
"""Number of claims of other bodies that are returned, and of those that are excluded."""
_SHOWN = 8
"""Number of duties that an error names when a text stands for several."""


@dataclass(frozen=True, slots=True)
class NearClaim:
    """A claim of the duty, one of another body, and their score."""

    claim: Claim
    department: str
    theirs: Claim
    score: Score


@dataclass(frozen=True, slots=True)
class DutyExplanation:
    """A duty or a task as the detector reads it."""

    text: str
    department: str
    claims: tuple[Claim, ...]
    formulas: tuple[tuple[str, Formula], ...]
    nearest: tuple[NearClaim, ...]
    """Pairs in descending order of score."""
    suppressed: tuple[NearClaim, ...]
    """Pairs that share an object and are excluded, in descending order of the object's score."""


def explain_duty(store: GraphStore, named: str) -> DutyExplanation:
    """Explain the duty or task whose id begins with ``named``, or whose text contains it.

    Raises UnknownDutyError when there is none, or several.
    """
    row = _statement(store, named)
    measures = Measures(read_district(store, row["region"], load_taxonomy()))
    claims = measures.district.claims
    mine = [number for number, claim in enumerate(claims) if claim.statement.ref.id == row["id"]]
    near = sorted(_near(store, mine, measures), key=lambda pair: -pair.score.value)
    suppressed = sorted(
        (pair for pair in near if pair.score.suppressed and pair.score.shared),
        key=lambda pair: -pair.score.shared[0].value,
    )
    return DutyExplanation(
        text=row["text"],
        department=row["department"],
        claims=tuple(claims[number] for number in mine),
        formulas=cut(row["text"]).formulas,
        nearest=tuple(pair for pair in near if not pair.score.suppressed)[:_NEAREST],
        suppressed=tuple(suppressed)[:_NEAREST],
    )


def _near(store: GraphStore, mine: list[int], measures: Measures) -> Iterator[NearClaim]:
    taxonomy, claims = load_taxonomy(), measures.district.claims
    names = {row["id"]: row["name"] for row in store.read(cypher("names_of_listed"))}
    for number in mine:
        for right, claim in enumerate(claims):
            if claim.statement.body != claims[number].statement.body and (
                result := score((number, right), measures, taxonomy)
            ):
                words = measures.sentences.particulars(number, right).words
                found = replace(result, words=words)  # of an excluded pair, too
                yield NearClaim(claims[number], names[claim.statement.body], claim, found)


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
