"""Work that nearly all bodies of one kind have in their lists, and one of them has not, nor anybody else in its region.

A peer bears the same name at the same level of government within one province (区县卫生健康局). Texts are joined as repeats
are (``repeats``): the same acts and limits in nearly the same words. That a body lacks a text is said only where its list
has nothing on the same thing in any words: one that says it otherwise lacks nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from dutygraph.graph.analysis.bounds import Bound, tell
from dutygraph.graph.analysis.language.other_words import things_in
from dutygraph.graph.analysis.language.own_acts import acting_clauses, strong_acts
from dutygraph.graph.analysis.language.scope import is_itself
from dutygraph.graph.analysis.language.wording import Wording, wording_of
from dutygraph.graph.analysis.repeats.matches import Excerpt, clause_excerpts, first_of_each, similar_excerpts
from dutygraph.graph.analysis.repeats.region_statements import RegionStatement, read_statements
from dutygraph.graph.analysis.workers import ONE_PROCESS, RegionWorkers
from dutygraph.graph.identity import digest
from dutygraph.graph.loading.write import replace_results
from dutygraph.graph.model import Edge, Ref, Subgraph, Value
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row

LEAST_PEERS = 5
"""So many peers, beside the body itself, tell what is usual."""
USUAL = 0.8
"""Least share of the peers that has what is usual."""
_SHOWN = 3
"""So many peers' texts are evidence."""
_NAMED = 0.5
"""A text with so much of a clause's words may be the same work in other words."""


@dataclass(frozen=True, slots=True)
class Lack:
    """A body (id, in a region) lacks a clause that the bodies ``having`` (ids) of ``peers`` have, as some ``texts`` show."""

    body: str
    region: str
    clause: str
    having: tuple[str, ...]
    peers: int
    texts: tuple[Ref, ...]

    def edges(self) -> Iterator[Edge]:
        """Yield an edge from the body to each text that shows what it lacks."""
        about: dict[str, Value] = {
            "group": digest(self.body, self.clause), "text": self.clause, "by": list(self.having), "peers": self.peers,
        }  # fmt: skip
        for position, text in enumerate(self.texts):
            yield Edge("LACKS", Ref("Department", self.body), text, {**about, "position": position})


@dataclass(frozen=True, slots=True)
class PeersCompared:
    """What a comparison of the bodies of one name has found, and the regions (codes) whose lists it was cut short for."""

    lacks: Sequence[Lack]
    cut: Mapping[str, Bound]


def analyse_peers(
    store: GraphStore, _: Collection[str] | None = None, workers: RegionWorkers = ONE_PROCESS
) -> None:
    """Compare the bodies of one name everywhere; the new edges replace the old ones. Raises StoreError."""
    found: list[Lack] = []
    cut: dict[str, Bound] = {}
    for names in store.read(cypher("peer_names"), {"region": None}):
        if names["bodies"] > LEAST_PEERS:
            asked = {"key": names["key"], "level": names["level"], "region": None}
            compared = compare_peers(store.read(cypher("peer_statements"), asked))
            found += compared.lacks
            cut |= compared.cut
    by_region: dict[str, list[Lack]] = defaultdict(list)
    for lack in found:
        by_region[lack.region].append(lack)
    edges = [
        edge
        for region, lacks in by_region.items()
        for lack in held_by_nobody(lacks, [one.name for one in read_statements(store, region)])
        for edge in lack.edges()
    ]
    replace_results(store, cypher("peer_forget"), {}, Subgraph(edges=edges))
    store.write(lambda tx: tx.run(cypher("peer_uncut")))
    for region, bound in cut.items():
        tell(store, region, "peers", bound)


def compare_peers(rows: Iterable[Row]) -> PeersCompared:
    """Return what bodies lack that their peers have; rows are those of peer_statements.cypher, of bodies of one name."""
    bound, regions = Bound(), set()
    by_root: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: str(row["body"])):
        regions.add(row["region"])
        if row["root"]:
            by_root[row["root"]].append(row)
    lacks = [lack for root in sorted(by_root) for lack in _among(by_root[root], bound)]
    return PeersCompared(lacks, dict.fromkeys(sorted(regions), bound) if bound.reached else {})


def held_by_nobody(lacks: Iterable[Lack], texts: Sequence[str]) -> list[Lack]:
    """Return the lacks that no text of a region answers: another body may have the work there."""
    wordings = [wording_of(text) for text in texts]
    return [lack for lack in lacks if not _is_named(lack.clause, wordings)]


def _among(rows: Sequence[Row], bound: Bound) -> Iterator[Lack]:
    regions = {row["body"]: row["region"] for row in rows}
    peers = len(regions) - 1
    if peers < LEAST_PEERS:
        return
    texts = _texts(rows)
    for group in _groups(rows, bound):
        having = {excerpt.statement.body for excerpt in group}
        clause = max(
            group, key=lambda excerpt: (sum(excerpt.text == other.text for other in group), excerpt.text)
        ).text
        if len(having) <= peers and len(having) >= USUAL * peers and _is_telling(clause):
            shown = tuple(dict.fromkeys(excerpt.statement.ref for excerpt in group))[:_SHOWN]
            for body in sorted(regions.keys() - having):
                if not _is_named(clause, map(wording_of, texts[body])):
                    yield Lack(body, regions[body], clause, tuple(sorted(having)), peers, shown)


def _groups(rows: Sequence[Row], bound: Bound) -> Iterator[list[Excerpt]]:
    """Yield the clauses that are the same work in the lists of several bodies.

    A hundred lists print most of their clauses alike, so each wording is compared once, and not each copy of it.
    """
    statements = [
        RegionStatement(
            Ref(row["label"], row["id"]), row["text"], "", row["id"], row["text"], row["body"], row["region"]
        )
        for row in rows
        if row["text"]
    ]
    copies: dict[str, list[Excerpt]] = defaultdict(list)
    for excerpt in first_of_each(clause_excerpts(statements)).values():
        copies[excerpt.text].append(excerpt)
    graph: nx.Graph[Excerpt] = nx.Graph()
    for alike in copies.values():
        nx.add_path(graph, alike)
    wordings = [alike[0] for alike in copies.values()]
    for match in similar_excerpts(wordings, range(len(wordings)), bound):
        graph.add_edge(match.left, match.right)
    for component in nx.connected_components(graph):
        yield sorted(component, key=lambda excerpt: excerpt.number)


def _is_telling(clause: str) -> bool:
    """Whether a clause is a strong act on something, done by the body itself and for others."""
    own = acting_clauses(clause)
    return bool(own) and not is_itself(clause) and any(strong_acts(wording.acts) for wording in own)


def _texts(rows: Iterable[Row]) -> Mapping[str, list[str]]:
    """Return the texts of each body; their wording is told only of those that may lack something."""
    texts: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        texts[row["body"]].append(row["text"] or "")
    return texts


def _is_named(clause: str, texts: Iterable[Wording]) -> bool:
    """Whether one of the texts is about the thing of a clause, in whatever words."""
    wording, things = wording_of(clause), things_in(clause)
    return any(
        wording.concepts & text.concepts
        or things & things_in(text.text)
        or len(wording.bigrams & text.bigrams) >= _NAMED * len(wording.bigrams)
        for text in texts
    )
