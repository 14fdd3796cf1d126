"""Which data and which rules an answer rests on."""

from dataclasses import dataclass

from dutygraph.graph.identity import digest
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.cypher_files import cypher


@dataclass(frozen=True, slots=True)
class Versions:
    """A hash of all lists, and one of all rules with their settings."""

    data: str
    rules: str


NO_DATA = digest()
"""The version of a graph into which nothing was read."""


def data_version(store: GraphStore) -> str:
    """Return a hash of all lists in the graph: ids and fingerprints. It changes when anything they say changes."""
    rows = store.read(cypher("list_fingerprints"))
    return digest(*(f"{row['id']} {row['fingerprint']}" for row in rows))


def computed_versions(store: GraphStore) -> Versions | None:
    """Return what the findings in the graph were computed from, or None when they never were."""
    rows = store.read(cypher("computation"))
    return Versions(**rows[0]) if rows else None
