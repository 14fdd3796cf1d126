"""Districts without a store: duties of bodies, understood as those of lists are."""

from collections.abc import Iterable, Sequence

from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.overlap.claims.district import District, district_of
from dutygraph.graph.analysis.overlap.claims.listed_frames import ListedStatement
from dutygraph.graph.analysis.overlap.pairs.measures import Measures
from dutygraph.graph.model import Ref

Said = Sequence[tuple[str, str]]
"""Bodies by name, each with a duty of its list."""


def measured(said: Said) -> Measures:
    """Return what is measured between the claims of these duties, each of which is a duty of its own."""
    return Measures(district(statements(said)))


def statements(said: Said) -> list[ListedStatement]:
    """Return the duties of bodies; the id of a body is its name, that of a duty its place."""
    return [
        ListedStatement(Ref("Duty", f"duty-{number}"), body, f"duty-{number}", text, text)
        for number, (body, text) in enumerate(said)
    ]


def district(said: Iterable[ListedStatement]) -> District:
    """Return the district of these statements."""
    said = list(said)
    return district_of(said, {one.body: (one.body,) for one in said}, load_taxonomy())
