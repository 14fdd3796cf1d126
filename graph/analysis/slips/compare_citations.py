"""How the lists cite one instrument, compared: CITED_OTHERWISE edges between statements whose citations disagree."""

from dutygraph.graph.analysis.slips.cited_otherwise import CitedNumber, Disagreement, disagreements
from dutygraph.graph.loading.write import replace_results
from dutygraph.graph.model import Edge, Ref, Subgraph, Value
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.laws.instruments import canonical_title


def compare_citations(store: GraphStore) -> None:
    """Replace the CITED_OTHERWISE edges by those of the lists as they are. Raises StoreError when the database fails."""
    rows = sorted(
        store.read(cypher("numbered_citations")),
        key=lambda row: (row["list"], row["position"], row["number"], row["title"]),
    )
    citations = [
        CitedNumber(
            row["id"], row["label"], row["list"], canonical_title(row["title"]), row["number"], row["locator"]
        )
        for row in rows
    ]
    edges = [_edge(one) for one in disagreements(citations)]
    replace_results(store, cypher("forget_cited_otherwise"), {}, Subgraph(edges=edges))


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
