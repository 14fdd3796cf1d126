"""How the lists cite one instrument, compared: CITED_OTHERWISE edges between statements whose citations disagree."""

from collections.abc import Iterable

from dutygraph.graph.analysis.slips.cited_otherwise import CitedNumber, Disagreement, disagreements
from dutygraph.graph.loading.write import replace_results
from dutygraph.graph.model import Edge, Ref, Subgraph, Value
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.ingest.laws.instruments import canonical_title


def compare_citations(store: GraphStore) -> None:
    """Replace the CITED_OTHERWISE edges by those of the lists as they are. Raises StoreError when the database fails."""
    edges = compared(store.read(cypher("numbered_citations")))
    replace_results(store, cypher("forget_cited_otherwise"), {}, Subgraph(edges=edges))


def compared(rows: Iterable[Row]) -> list[Edge]:
    """Return the edges between citations that disagree; rows are those of numbered_citations.cypher, in any order."""
    ordered = sorted(rows, key=lambda row: (row["list"], row["position"], row["number"], row["title"]))
    return [_edge(one) for one in disagreements([_cited(row) for row in ordered])]


def compared_by(row: Row) -> tuple[str, str]:
    """Return the subject and the number of a citation: only with citations that share one of them can it disagree."""
    cited = _cited(row)
    return cited.subject, cited.number


def _cited(row: Row) -> CitedNumber:
    title = canonical_title(row["title"])
    return CitedNumber(row["id"], row["label"], row["list"], title, row["number"], row["locator"])


def _edge(found: Disagreement) -> Edge:
    one, other = found.one, found.other
    is_number = found.about == one.title
    properties: dict[str, Value] = {
        "about": found.about,
        "sort": "number" if is_number else "title",
        "one": one.number if is_number else one.title,
        "other": other.number if is_number else other.title,
        "zh": found.reason.zh,
        "en": found.reason.en,
        "one_locator": one.locator,
        "other_locator": other.locator,
    }
    return Edge(
        "CITED_OTHERWISE", Ref(other.label, other.statement), Ref(one.label, one.statement), properties
    )
