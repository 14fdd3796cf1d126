"""Work that nearly all bodies of one kind have in their lists, and one of them has not, nor anybody else in its region.

A peer bears the same name at the same level of government within one province (区县卫生健康局). Texts are joined as repeats
are (``repeats``): the same acts and limits in nearly the same words. That a body lacks a text is said only where its list
has nothing on the same thing in any words: one that says it otherwise lacks nothing.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

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
from dutygraph.ingest.names.departments import region_of

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

    @property
    def group(self) -> str:
        """What tells it from others."""
        return digest(self.body, self.clause)

    def edges(self, *, answered: bool | None) -> Iterator[Edge]:
        """Yield an edge from the body to each text that shows what it lacks, ``answered`` in its region or not, if known."""
        about: dict[str, Value] = {
            "group": self.group, "text": self.clause, "by": list(self.having), "peers": self.peers, "answered": answered,
        }  # fmt: skip
        for position, text in enumerate(self.texts):
            yield Edge("LACKS", Ref("Department", self.body), text, {**about, "position": position})


@dataclass(frozen=True, slots=True)
class PeersCompared:
    """What a comparison of the bodies of one name has found, and the regions (codes) whose lists it was cut short for."""

    lacks: Sequence[Lack]
    cut: Mapping[str, Bound]


def analyse_peers(
    store: GraphStore, touched: Collection[str] | None = None, workers: RegionWorkers = ONE_PROCESS
) -> None:
    """Compare the bodies of every changed name; the new edges replace the old ones. Raises StoreError.

    ``touched`` are ids of departments whose lists have changed; None compares everything. What the other bodies of their
    regions lack by their names stays as it is; but what a changed list says may be an answer to it.
    """
    if touched is not None and store.read(cypher("peers_cut")):
        touched = None  # nothing tells which of the names that a region was cut short for
    keys = None if touched is None else sorted({body.partition(":")[2] for body in touched})
    names = store.read(cypher("peer_names"), {"region": None, "keys": keys})
    asked = ({**name, "region": None} for name in names if name["bodies"] > LEAST_PEERS)
    compared = list(
        workers.each(compare_peers, (store.read(cypher("peer_statements"), name) for name in asked))
    )
    lacks = [lack for one in compared for lack in one.lacks]
    known = {
        row["group"]: row["answered"] for row in store.read(cypher("peer_answers"), {"keys": keys or []})
    }
    edges = [edge for lack in lacks for edge in lack.edges(answered=known.get(lack.group))]
    replace_results(store, cypher("peer_forget"), {"keys": keys}, Subgraph(edges=edges))
    changed = {region_of(body) for body in touched or ()}
    _answer(store, changed | {lack.region for lack in lacks if lack.group not in known}, workers)
    store.write(lambda tx: tx.run(cypher("peer_uncut")))
    for region, bound in {region: bound for one in compared for region, bound in one.cut.items()}.items():
        tell(store, region, "peers", bound)


def _answer(store: GraphStore, regions: Iterable[str], workers: RegionWorkers) -> None:
    """Set on what the bodies of regions lack by their names whether a list of the region has it in any words."""
    lacks = [
        rows for region in sorted(regions) if (rows := store.read(cypher("peer_lacks"), {"region": region}))
    ]
    asked = (
        (
            [row["text"] for row in rows],
            [one.name for one in read_statements(store, region_of(rows[0]["body"]))],
        )
        for rows in lacks
    )
    answered = zip(
        chain.from_iterable(lacks), chain.from_iterable(workers.each(_answers, asked)), strict=True
    )
    rows = [{**row, "answered": answer} for row, answer in answered]
    store.write(lambda tx: tx.run(cypher("set_peer_answers"), {"rows": rows}))


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


def answers(clauses: Iterable[str], texts: Iterable[str]) -> list[bool]:
    """Return for each clause whether one of the texts of a region is about its thing: another body may have the work."""
    wordings = [wording_of(text) for text in texts]
    return [_is_named(clause, wordings) for clause in clauses]


def _answers(asked: tuple[Sequence[str], Sequence[str]]) -> list[bool]:
    return answers(*asked)


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
