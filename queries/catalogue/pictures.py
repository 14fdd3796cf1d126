"""Questions whose answer is a part of the graph, to be drawn: one ``.cypher`` file each in ``picture_files/``."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Self

from pydantic import model_validator

from dutygraph.graph.interop import subgraph_of
from dutygraph.graph.model import Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.cypher_header import USED, QueryFile, load


class Picture(QueryFile):
    """A statement that returns paths, and what it shows."""

    description: str
    parameters: tuple[str, ...]

    @model_validator(mode="after")
    def _parameters_are_the_ones_used(self) -> Self:
        if odd := set(USED.findall(self.cypher)) ^ set(self.parameters):
            raise ValueError(f"in the header or in the statement, but not in both: {', '.join(sorted(odd))}")
        return self


@cache
def pictures() -> Mapping[str, Picture]:
    """Return all of them by name. Raises CatalogueError that names every mistake in every header."""
    return load("picture_files", Picture)


def part_of_graph(store: GraphStore, picture: str, arguments: Mapping[str, Any]) -> Subgraph:
    """Return the nodes and edges that a picture shows, with documents and places (``EXTRACTED_FROM``).

    Raises KeyError for an unknown picture.
    """
    return subgraph_of(store.read(pictures()[picture].cypher, arguments))
