"""Checking a subgraph against the ontology before anything of it is written."""

from collections import Counter
from collections.abc import Iterator, Mapping

from dutygraph.graph.errors import LoadError, OntologyError
from dutygraph.graph.model import Edge, Node, Subgraph, Value
from dutygraph.graph.ontology import Ontology, PropertyType, ontology

_MOST_MISTAKES = 5
"""Mistakes named in the error; it counts all of them."""

_PYTHON_TYPES: Mapping[PropertyType, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "float": (float, int),
    "boolean": (bool,),
    "strings": (list,),
}


def check(subgraph: Subgraph) -> None:
    """Raise LoadError with the first mistakes and their number when the subgraph does not fit the ontology."""
    mistakes = list(dict.fromkeys(_mistakes(subgraph, ontology())))
    if mistakes:
        first = "; ".join(mistakes[:_MOST_MISTAKES])
        raise LoadError(
            zh=f"数据不符合本体，未写入任何内容，共 {len(mistakes)} 处：{first}",
            en=f"the data does not fit the ontology in {len(mistakes)} places, nothing was written: {first}",
        )


def _mistakes(subgraph: Subgraph, kinds: Ontology) -> Iterator[str]:
    owned = {kind.name for kind in kinds.owned_by("list")}
    counts = Counter((node.label, node.id) for node in subgraph.nodes if node.label in owned)
    yield from (f"{label} {id_} occurs {n} times" for (label, id_), n in counts.items() if n > 1)
    for node in subgraph.nodes:
        yield from _mistakes_in_node(node, kinds)
    for edge in subgraph.edges:
        yield from _mistakes_in_edge(edge, kinds)


def _mistakes_in_node(node: Node, kinds: Ontology) -> Iterator[str]:
    try:
        kind = kinds.node(node.label)
    except OntologyError as error:
        yield error.text.en
        return
    if not node.id:
        yield f"a {node.label} without id"
    if kind.owner == "list" and not node.properties.get("list"):
        yield f"{node.label} {node.id} does not say which list it belongs to"
    yield from _mistakes_in_properties(node.label, node.properties, kind.properties)


def _mistakes_in_edge(edge: Edge, kinds: Ontology) -> Iterator[str]:
    try:
        kind = kinds.edge(edge.type)
    except OntologyError as error:
        yield error.text.en
        return
    if edge.start.label not in kind.start or edge.end.label not in kind.end:
        yield f"{edge.type} cannot lead from {edge.start.label} to {edge.end.label}"
    yield from _mistakes_in_properties(edge.type, edge.properties, kind.properties)


def _mistakes_in_properties(
    where: str, values: Mapping[str, Value], types: Mapping[str, PropertyType]
) -> Iterator[str]:
    for name, value in values.items():
        if name not in types:
            yield f"{where} has no property {name}"
        elif value is not None and type(value) not in _PYTHON_TYPES[types[name]]:
            yield f"{where}.{name} is {types[name]}, not {type(value).__name__}"
