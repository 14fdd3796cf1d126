"""Which data an answer rests on."""

from dutygraph.graph.identity import digest
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.cypher_files import cypher

NO_DATA = digest()
"""The version of a graph into which nothing was read."""


def data_version(store: GraphStore) -> str:
    """Return a hash of all lists in the graph: ids and fingerprints. It changes when anything they say changes."""
    return store.cached("data version", lambda: _hashed(store))


def _hashed(store: GraphStore) -> str:
    (row,) = store.read(cypher("list_fingerprints"))
    return digest(*sorted(row["states"]))
