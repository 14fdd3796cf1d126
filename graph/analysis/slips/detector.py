"""Slips in the texts of lists, as edges from the statements that show them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from dutygraph.graph.analysis.slips.abolished_terms import abolished_terms
from dutygraph.graph.analysis.slips.broken_citations import broken_citations
from dutygraph.graph.analysis.slips.exchanged_words import exchanged_words
from dutygraph.graph.analysis.slips.exercised_elsewhere import exercised_elsewhere
from dutygraph.graph.analysis.slips.foreign_numbers import foreign_numbers
from dutygraph.graph.analysis.slips.foreign_places import foreign_places
from dutygraph.graph.analysis.slips.home import Home
from dutygraph.graph.analysis.slips.letters import Letters, learned_letters, users_of
from dutygraph.graph.analysis.slips.licence_names import licence_names
from dutygraph.graph.analysis.slips.other_level import other_level
from dutygraph.graph.analysis.slips.personal_names import personal_names
from dutygraph.graph.analysis.slips.place_of_slip import place_of
from dutygraph.graph.analysis.slips.running_text import TextSlip
from dutygraph.graph.loading.write import replace_results
from dutygraph.graph.model import Edge, Ref, Subgraph, Value
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.ingest.names.regions import Region


@dataclass(frozen=True, slots=True)
class _List:
    """Where a list belongs, and the year that it is at least of; None where nothing tells."""

    home: Home
    year: int | None


def find_slips(store: GraphStore, touched: Collection[str] | None) -> None:
    """Replace the SHOWS_SLIP edges of the lists of ``touched`` (ids of departments; None means all)."""
    learned = learned_letters(store)
    lists = {
        row["list"]: _List(_home(row["regions"], learned), row["year"])
        for row in store.read(cypher("slip_homes"), {"touched": None if touched is None else sorted(touched)})
    }
    users = users_of(learned)
    subgraph = Subgraph()
    for label in ontology().edge("SHOWS_SLIP").start:
        for row in store.read(cypher("slip_texts", LABEL=label), {"lists": list(lists)}):
            subgraph.edges += _edges(Ref(label, row["id"]), row, lists[row["list"]], users)
    replace_results(store, cypher("forget_slips"), {"lists": list(lists)}, subgraph)


def _edges(node: Ref, row: Row, of: _List, users: Letters) -> Iterator[Edge]:
    """Yield an edge for each slip of a statement; the same words twice are one slip, whose ``times`` count them."""
    found = [
        slip
        for text, in_case in (*((text, False) for text in row["texts"]), (row["case"] or "", True))
        for slip in _slips(text, of, users, in_case=in_case)
    ]
    times = Counter((slip.kind, slip.printed) for slip in found)
    for slip in {(slip.kind, slip.printed): slip for slip in found}.values():
        properties: dict[str, Value] = {
            "kind": slip.kind, "printed": slip.printed, "about": slip.about, "score": slip.score,
            "zh": slip.reason.zh, "en": slip.reason.en, "locator": place_of(slip, row["citations"]),
            "times": times[slip.kind, slip.printed],
        }  # fmt: skip
        yield Edge("SHOWS_SLIP", node, Ref("DutyList", row["list"]), properties)


def _slips(text: str, of: _List, users: Letters, *, in_case: bool) -> Iterator[TextSlip]:
    yield from foreign_places(text, of.home, in_case=in_case)
    yield from foreign_numbers(text, of.home, users)
    yield from exchanged_words(text, of.home)
    yield from broken_citations(text)
    yield from personal_names(text)
    if not in_case:
        yield from other_level(text, of.home)
        yield from abolished_terms(text, of.year)
        yield from exercised_elsewhere(text)
        yield from licence_names(text)


def _home(rows: Iterable[Row], learned: Letters) -> Home:
    chain: list[Region] = []
    for row in reversed(list(rows)):
        chain.insert(
            0, Region(row["code"], row["name"], row["level"], chain[0] if chain else None, row["abolished"])
        )
    return Home(
        tuple(chain), frozenset(letter for region in chain for letter in learned.get(region.name, ()))
    )
