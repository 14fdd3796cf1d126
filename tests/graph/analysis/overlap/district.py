"""Districts without a store: clauses of bodies, understood as those of lists are."""

from collections.abc import Iterable, Sequence

from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.overlap.district import District, ListedStatement, business_of, understood
from dutygraph.graph.analysis.overlap.measures import Measures
from dutygraph.graph.model import Ref

Said = Sequence[tuple[str, str]]
"""Bodies by name, each with a duty of its list."""


def measured(said: Said) -> Measures:
    """Return what is measured between the clauses of these duties, each of which is a duty of its own."""
    return Measures(district(statements(said)))


def statements(said: Said) -> list[ListedStatement]:
    """Return the duties of bodies; the id of a body is its name, that of a duty its place."""
    return [
        ListedStatement(Ref("Duty", f"duty-{number}"), body, f"duty-{number}", text, text)
        for number, (body, text) in enumerate(said)
    ]


def district(said: Iterable[ListedStatement]) -> District:
    """Return the district of these statements, which declares no matters."""
    said = list(said)
    taxonomy = load_taxonomy()
    business = business_of(said, {one.body: (one.body,) for one in said}, taxonomy)
    return District(tuple(understood(said, business, taxonomy)), (), business)
