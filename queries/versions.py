"""Which data an answer rests on."""

from dutygraph.graph.identity import digest
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.cypher_files import cypher

NO_DATA = digest()
"""The version of a graph into which nothing was read."""


def data_version(store: GraphStore) -> str:
    """Return a hash of all lists in the graph: ids and fingerprints. It changes when anything they say changes."""
    rows = store.read(cypher("list_fingerprints"))
    return digest(*(f"{row['id']} {row['fingerprint']}" for row in rows))
