"""The network of departments and its measures, which are stored on the nodes."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations
from typing import Literal, get_args

import networkx as nx
from pydantic import BaseModel, Field

from dutygraph.graph.loading.name_scope import Run
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.values import Row

Source = Literal["matters", "overlaps", "bases"]
"""Kinds of ties: shared matters, overlaps, legal bases that both cite. An overlap counts when lists show it at first, unless
a person has dismissed it, or when a person has confirmed it."""
By = Source | Literal["all"]

_UNIT = 720_720
"""Distance of a tie of weight 1. Distances are integers, so that equal ones compare as equal: every number up to 16
divides it."""


class BodyMetrics(BaseModel):
    """The measures of one body."""

    id: str
    name: str
    listed: bool = Field(
        description="its own list was read; ties of another body are those that others tell of"
    )
    ties: int = Field(description="degree: bodies it is tied to")
    shared: int = Field(
        description="weighted degree: matters, overlaps or bases it has in common with others"
    )
    hub: float = Field(
        description="betweenness: share of the shortest ways between two others that lead over it"
    )
    community: int | None = Field(
        description="number of its group, from 1, the largest first; none without ties"
    )
    sole_link: bool = Field(
        description="articulation point: without it some of the others lose all connection"
    )


class Metrics(BaseModel):
    """The measures of a network of bodies."""

    bodies: list[BodyMetrics] = Field(description="the greatest hub first")
    sole_ties: list[tuple[str, str]] = Field(
        description="bridges: ties that alone hold two parts together; names"
    )
    components: int = Field(description="parts without any tie between them; a body without ties is one")
    density: float = Field(description="share of all pairs of bodies that are tied")


def project(store: GraphStore, by: By, region: str | None = None) -> "nx.Graph[str]":
    """Return the network of the bodies of a region (its code), or of all, tied by what they share.

    Node keys are ids of departments, with ``name`` and ``listed``; bodies that nobody names (vague) are left out. A tie
    has ``shared``, the number of things that both share, and ``weight``: of these each counts 1 / (n - 1) when n
    bodies share it (Newman 2001, doi:10.1103/PhysRevE.64.016132). So what everybody takes part in or cites ties no
    two of them closely, and the weights at a body add up to the number of things that it shares. ``distance`` is
    the inverse of the weight.
    """
    return _project(store.read, by, region)


def _project(run: Run, by: By, region: str | None) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    for row in run(cypher("metrics_bodies"), {"region": region}):
        graph.add_node(row["id"], name=row["name"], listed=row["listed"])
    for source in get_args(Source) if by == "all" else (by,):
        _tie(graph, run(cypher(f"metrics_{source}"), {"bodies": list(graph)}))
    for *_, tie in graph.edges(data=True):
        tie["distance"] = round(_UNIT / tie["weight"])
    return graph


def measure(graph: "nx.Graph[str]") -> Metrics:
    """Return the measures of a network as ``project`` returns it.

    PageRank and eigenvector centrality are left out: where ties have no direction they repeat the weighted degree.
    """
    hubs = nx.betweenness_centrality(graph, weight="distance")
    communities = _communities(graph)
    sole_links = set(nx.articulation_points(graph))
    bodies = [
        BodyMetrics(
            id=id_,
            **graph.nodes[id_],
            ties=graph.degree(id_),
            shared=round(graph.degree(id_, weight="weight")),
            hub=round(hubs[id_], 4),
            community=communities.get(id_),
            sole_link=id_ in sole_links,
        )
        for id_ in graph
    ]
    names = {body.id: body.name for body in bodies}
    return Metrics(
        bodies=sorted(bodies, key=lambda body: (-body.hub, -body.shared, body.id)),
        sole_ties=sorted((names[min(tie)], names[max(tie)]) for tie in nx.bridges(graph)),
        components=nx.number_connected_components(graph),
        density=round(nx.density(graph), 4),
    )


def analyse_metrics(tx: Transaction, touched: Collection[str] | None) -> None:
    """Put the measures of every body in the network of its own region, by all that ties it, on its node.

    ``touched`` are ids of departments; the networks of their regions are measured again, or all for None. For use in the
    transaction that stores the findings, after them, since overlaps tie too.
    """
    chosen = None if touched is None else list(touched)
    rows = [
        body.model_dump(exclude={"name", "listed"})
        for row in tx.run(cypher("metrics_regions"), {"touched": chosen})
        for body in measure(_project(tx.run, "all", row["region"])).bodies
    ]
    tx.run(cypher("set_metrics"), {"rows": rows})


def _tie(graph: "nx.Graph[str]", rows: Iterable[Row]) -> None:
    """Add a tie between all bodies that share a thing; a row has the thing (``shared``) and one ``body``."""
    sharing: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        sharing[row["shared"]].append(row["body"])
    for _, bodies in sorted(sharing.items()):
        for a, b in combinations(sorted(bodies), 2):
            tie = graph.get_edge_data(a, b, {"shared": 0, "weight": 0.0})
            graph.add_edge(a, b, shared=tie["shared"] + 1, weight=tie["weight"] + 1 / (len(bodies) - 1))


def _communities(graph: "nx.Graph[str]") -> dict[str, int]:
    """Number the groups of two bodies or more, the largest first.

    Greedy modularity (Clauset, Newman and Moore 2004) knows no chance. Louvain starts from a random order: on real
    lists its groups were no better (modularity .212 to .214 over five seeds, greedy .214), and another seed gives others.
    """
    communities = nx.community.greedy_modularity_communities(graph, weight="weight")
    groups = sorted(
        (sorted(group) for group in communities if len(group) > 1), key=lambda group: (-len(group), group)
    )
    return {id_: number for number, group in enumerate(groups, 1) for id_ in group}
