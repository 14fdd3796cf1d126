"""Under which characters governments number their documents, learned from the titles that all lists cite."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from dutygraph.graph.analysis.slips.home import letters_of_regions
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.ingest.names.regions import find_region

_ENOUGH = 2
"""Least number of titles with a government's name and a character from which its use of the character is learned."""

Letters = Mapping[str, Collection[str]]
"""First characters of document numbers, by the name of the region whose government uses them."""


def learned_letters(store: GraphStore) -> Letters:
    """Return the first characters of the numbers in titles that name the government.

    Counties are left out: a county that copies a title puts in its own name and keeps the number.
    """
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in store.read(cypher("numbered_titles")):
        region = find_region(row["title"]) if "〔" in row["number"] else None
        if region and region.level != "county":
            seen[region.name, row["number"][0]].add(row["title"])
    letters: dict[str, set[str]] = defaultdict(set)
    for (name, letter), titles in seen.items():
        if len(titles) >= _ENOUGH:
            letters[name].add(letter)
    return letters


def users_of(letters: Letters) -> Letters:
    """Return the names of the regions that use a character."""
    users: dict[str, set[str]] = defaultdict(set)
    for name, used in letters.items():
        for letter in used:
            users[letter].add(name)
    return users


def relearn(store: GraphStore) -> bool:
    """Learn again, and outdate the lists whose slips others teach otherwise now; return whether there was anything new.

    These lists show a slip in a number with a character that is new, or no longer, known for a region, or cite such a
    number. One that is known without learning only tells whose the number is.
    """
    now = {f"{name} {letter}" for name, letters in learned_letters(store).items() for letter in letters}
    before = {pair for row in store.read(cypher("letters")) for pair in row["letters"]}
    pairs = [pair.rpartition(" ") for pair in now ^ before]
    shown = sorted({letter for _, _, letter in pairs})
    cited = sorted({letter for name, _, letter in pairs if letters_of_regions().get(name) != letter})

    def work(tx: Transaction) -> None:
        tx.run(cypher("outdate_numbers"), {"shown": shown, "cited": cited})
        tx.run(cypher("keep_letters"), {"letters": sorted(now)})

    if pairs:
        store.write(work)
    return bool(pairs)
