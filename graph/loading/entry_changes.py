"""What a new version of a list changes, entry by entry: which came, which went, and which say something else."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Literal

from pydantic import BaseModel, ConfigDict

from dutygraph.graph.loading.entries import ListedEntry
from dutygraph.graph.loading.text_difference import around_difference
from dutygraph.graph.ontology import ontology

Fate = Literal["added", "removed", "reworded"]
EntryCounts = Mapping[str, Mapping[Fate, int]]
"""Kind of entry (label) to how many came, went or were reworded, as far as there are any."""

_SAME = 0.6
"""Two entries count as one that was reworded when difflib finds so much of their texts in common."""

_MOST_COMPARED = 20_000
"""Pairs of entries of a kind that are compared for that; of more only those that stand at about the same place."""

_LONGEST_COMPARED = 500
"""Characters of an entry that are compared, from its beginning; the time grows with their square."""

_LONGEST_TOLD = 1000
"""Characters of a text that are told, around what differs; the whole of it stands in the files."""

WITHIN = "within"
"""Under this name an entry that moved tells in which one it stood and stands."""


class EntryChange(BaseModel):
    """An entry of some kind (label) that changed: what it is called and what it stands in, as now or, gone, as before.

    ``old`` and ``new`` are texts by property: of an entry that was reworded those that differ, otherwise all, on one side.
    """

    model_config = ConfigDict(frozen=True)

    kind: str
    change: Fate
    name: str
    within: str = ""
    old: dict[str, str] = {}
    new: dict[str, str] = {}


def compare_entries(old: Sequence[ListedEntry], new: Sequence[ListedEntry]) -> list[EntryChange]:
    """Return what changed from the old entries of a list to the new ones, kind by kind; numbers and order do not count.

    What stands in an entry that was reworded has not moved.
    """
    changes: list[EntryChange] = []
    renamed: dict[str, str] = {}
    for kind, _ in ontology().statements():
        gone = [
            replace(entry, within=renamed.get(entry.within, entry.within))
            for entry in old
            if entry.kind == kind.name
        ]
        come = [entry for entry in new if entry.kind == kind.name]
        pairs = list(_pairs(gone, come))
        renamed |= {before.name: after.name for before, after in pairs}
        changes += (_reworded(before, after) for before, after in pairs if _facts(before) != _facts(after))
        changes += (_one_sided(entry, "added") for entry in come)
        changes += (_one_sided(entry, "removed") for entry in gone)
    return changes


def counted(changes: Sequence[EntryChange]) -> EntryCounts:
    """Return how many entries of each kind came, went or were reworded."""
    counts: dict[str, Counter[Fate]] = defaultdict(Counter)
    for change in changes:
        counts[change.kind][change.change] += 1
    return counts


def all_of(change: Fate, counts: Mapping[str, int]) -> EntryCounts:
    """Return the counts of a list that came or went as a whole, of which so many entries of each kind are known."""
    return {kind: {change: count} for kind, count in counts.items() if count}


def _pairs(gone: list[ListedEntry], come: list[ListedEntry]) -> Iterator[tuple[ListedEntry, ListedEntry]]:
    """Yield entries that are one, the same ones first; what has no partner stays in the lists."""
    for key in (_facts, ListedEntry.words, _place_and_name, _name):
        yield from _alike(gone, come, key)
    yield from _close(gone, come)


def _facts(entry: ListedEntry) -> tuple[str, Hashable]:
    return entry.within, entry.words()


def _place_and_name(entry: ListedEntry) -> tuple[str, str] | None:
    return (entry.within, entry.name) if entry.name else None


def _name(entry: ListedEntry) -> str | None:
    return entry.name or None


def _alike(
    gone: list[ListedEntry], come: list[ListedEntry], key: Callable[[ListedEntry], Hashable]
) -> Iterator[tuple[ListedEntry, ListedEntry]]:
    """Yield pairs with the same key, in order; None is no key."""
    waiting: dict[Hashable, list[ListedEntry]] = defaultdict(list)
    for entry in reversed(gone):
        waiting[key(entry)].append(entry)
    waiting.pop(None, None)
    pairs = [(waiting[key(entry)].pop(), entry) for entry in come if waiting.get(key(entry))]
    _take(gone, [before for before, _ in pairs])
    _take(come, [after for _, after in pairs])
    yield from pairs


def _close(gone: list[ListedEntry], come: list[ListedEntry]) -> Iterator[tuple[ListedEntry, ListedEntry]]:
    """Yield pairs most of whose texts is the same."""
    every = list(come)
    for place, entry in enumerate(every):
        near = _near(gone, place / len(every), _MOST_COMPARED // len(every))
        texts = {_beginning(one): one for one in near}
        for text in get_close_matches(_beginning(entry), list(texts), n=1, cutoff=_SAME):
            _take(gone, [texts[text]])
            _take(come, [entry])
            yield texts[text], entry


def _near(entries: Sequence[ListedEntry], place: float, most: int) -> Sequence[ListedEntry]:
    """Return ``most`` of the entries (one at least) that stand about there, from 0 to 1; all when there are no more."""
    most = max(1, most)
    start = min(max(0, round(place * len(entries)) - most // 2), max(0, len(entries) - most))
    return entries[start : start + most]


def _beginning(entry: ListedEntry) -> str:
    return "".join(text for _, text in entry.words())[:_LONGEST_COMPARED]


def _take(entries: list[ListedEntry], taken: Sequence[ListedEntry]) -> None:
    """Take these very entries out of the list, not their like."""
    ids = set(map(id, taken))
    entries[:] = [entry for entry in entries if id(entry) not in ids]


def _reworded(before: ListedEntry, after: ListedEntry) -> EntryChange:
    old, new = _all(before), _all(after)
    words, others = dict(before.words()), dict(after.words())
    differ = [name for name in {**old, **new} if words.get(name) != others.get(name)]
    if before.within != after.within:
        differ.append(WITHIN)
    return _change(after, "reworded", [(name, old.get(name, ""), new.get(name, "")) for name in differ])


def _all(entry: ListedEntry) -> dict[str, str]:
    return {**entry.printed, WITHIN: entry.within}


def _one_sided(entry: ListedEntry, change: Fate) -> EntryChange:
    gone = change == "removed"
    texts = [(name, text if gone else "", "" if gone else text) for name, text in entry.printed.items()]
    return _change(entry, change, texts)


def _change(entry: ListedEntry, change: Fate, texts: Iterable[tuple[str, str, str]]) -> EntryChange:
    """Return what became of an entry, of whose properties the texts before and after are given."""
    told = {name: around_difference(before, after, _LONGEST_TOLD) for name, before, after in texts}
    return EntryChange(
        kind=entry.kind,
        change=change,
        name=entry.name[:_LONGEST_TOLD],
        within=entry.within[:_LONGEST_TOLD],
        old={name: before for name, (before, _) in told.items() if before},
        new={name: after for name, (_, after) in told.items() if after},
    )
