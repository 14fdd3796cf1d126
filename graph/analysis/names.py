"""What bodies are called in the lists of their own region.

What lists of other regions call them is left out: findings of a region depend on its own lists, and on what these name.
"""

from collections.abc import Mapping, Sequence

from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore


def names_in_region(store: GraphStore, region: str) -> Mapping[str, Sequence[str]]:
    """Return the names of the bodies of a region (its code) with a list or its lists name, by id, the full one first."""
    return {row["id"]: row["names"] for row in store.read(cypher("names_in_region"), {"region": region})}
