"""What lists of different regions have to say of each other: findings and topics over several regions."""

from dutygraph.graph.interop import read_subgraph
from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Node, Subgraph
from dutygraph.queries.findings.rules.run import run_rules
from dutygraph.queries.findings.rules.settings import configured_rules
from dutygraph.queries.findings.update.versions import Versions
from dutygraph.queries.findings.update.write import Scope, replace_findings
from dutygraph.queries.findings.update.write_topics import replace_topics
from dutygraph.queries.regions.reading import BETWEEN, small_graph


def find_between(known: Subgraph, versions: Versions) -> Subgraph:
    """Return the findings that edges between regions give rise to, and the topics of these and of the findings given.

    ``known`` holds the edges with the surroundings of their ends, the departments, and the findings of single regions that
    may belong to a topic; these are returned as well, since topics are told on them.
    """
    with small_graph() as store:
        with store.locked():
            store.write(lambda tx: write_subgraph(tx, _each_once(known)))
            rules = configured_rules(store)
            found = run_rules(store, [rules[name] for name in BETWEEN], None)
            scopes = [Scope(sorted({rules[name].rule.kind for name in BETWEEN}), None)]
            replace_findings(store, found, scopes, versions, then=lambda tx: replace_topics(tx, None))
        graph = read_subgraph(store)
    nodes = [node for node in graph.nodes if node.label in ("Finding", "Topic")]
    return Subgraph(nodes, [edge for edge in graph.edges if edge.type in ("CONCERNS", "GATHERS")])


def united(one: Node, other: Node) -> Node:
    """Return a node that two regions touch: lists of texts united, a mark that either has, else what the fuller one says."""
    fuller, lesser = sorted((one, other), key=_fullness, reverse=True)
    properties = {**lesser.properties, **fuller.properties}
    for name, value in lesser.properties.items():
        same = fuller.properties.get(name)
        if isinstance(value, list) and isinstance(same, list):
            properties[name] = sorted({*value, *same})
        elif isinstance(value, bool) and isinstance(same, bool):
            properties[name] = value or same
    aliases = properties.get("aliases")
    if properties.get("listed") and isinstance(aliases, list):
        properties["aliases"] = [alias for alias in aliases if alias != properties["name"]]
    return Node(fuller.label, fuller.id, properties)


def _fullness(node: Node) -> tuple[int, str]:
    return len(node.properties), repr(sorted(node.properties.items()))


def _each_once(graph: Subgraph) -> Subgraph:
    nodes: dict[tuple[str, str], Node] = {}
    for node in graph.nodes:
        key = node.label, node.id
        nodes[key] = united(nodes[key], node) if key in nodes else node
    edges = {
        (edge.type, edge.start.id, edge.end.id, repr(sorted(edge.properties.items()))): edge
        for edge in graph.edges
    }
    return Subgraph(list(nodes.values()), list(edges.values()))
