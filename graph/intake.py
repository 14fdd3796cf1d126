"""Documents into the graph: each list replaced whole, its names linked, and what changed told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from graph.build import build_list, fingerprint, list_id
from graph.identity import normalised
from graph.linking import link_names
from graph.loading import collect_garbage, replace_list
from graph.publishers import Publisher, publisher_of
from graph.statements import statement
from graph.store import GraphStore, Transaction
from ingest.records import Document, DutyList, ParseWarning

State = Literal["added", "replaced", "unchanged", "skipped"]
"""A list without a department is skipped: nobody could be held to it."""

_SAME_DUTY = 0.6
"""Two duty texts count as one that was reworded when difflib finds so much of them in common."""


@dataclass(frozen=True, slots=True)
class ListChange:
    """What reading a list changed in the graph: duties by number, and what the graph could not place."""

    department: str
    source: str
    state: State
    duties_added: int = 0
    duties_removed: int = 0
    duties_changed: int = 0
    warnings: tuple[ParseWarning, ...] = ()


def take_in(store: GraphStore, document: Document) -> list[ListChange]:
    """Put the lists of a document into the graph, each in one transaction, and return what changed.

    A list whose content is in the graph already is left alone, so reading twice is the same as reading once.
    Raises StoreError when the database fails; lists before the failing one stay in, that one stays as it was.
    """
    seen: Counter[str] = Counter()
    changes = []
    for duty_list in document.lists:
        if not duty_list.department:
            warnings = tuple(duty_list.warnings)
            changes.append(ListChange(duty_list.title, document.source, "skipped", warnings=warnings))
            continue
        publisher = publisher_of(duty_list)
        seen[publisher.id] += 1
        changes.append(_take_in_list(store, document, duty_list, publisher, seen[publisher.id]))
    return changes


def tidy(store: GraphStore) -> int:
    """Settle what depends on all lists, and remove what none touches any more; return how many nodes went."""

    def work(tx: Transaction) -> int:
        tx.run(statement("settle_numbers"))
        return collect_garbage(tx)

    return store.write(work)


def _take_in_list(
    store: GraphStore, document: Document, duty_list: DutyList, publisher: Publisher, occurrence: int
) -> ListChange:
    key = list_id(publisher.id, occurrence)
    old = store.read(statement("known_list"), {"list": key})
    warnings = (*duty_list.warnings, *publisher.warnings)
    if old and old[0]["fingerprint"] == fingerprint(duty_list, document):
        return ListChange(publisher.name, document.source, "unchanged", warnings=warnings)

    subgraph = build_list(duty_list, document, publisher, occurrence)

    def link(tx: Transaction) -> None:
        link_names(tx, publisher.region_code)

    replace_list(store, key, subgraph, then=link)
    added, removed, changed = _compare(old[0]["duties"] if old else [], duty_list)
    state: State = "replaced" if old else "added"
    return ListChange(publisher.name, document.source, state, added, removed, changed, warnings)


def _compare(old: Sequence[dict[str, Any]], new: DutyList) -> tuple[int, int, int]:
    """Count duties added, removed and changed; a duty is known by its text, a reworded one by most of it."""
    before = Counter(normalised(duty["text"]) for duty in old if duty["id"])
    after = Counter(normalised(duty.text) for duty in new.duties)
    gone, come = list((before - after).elements()), list((after - before).elements())
    changed = 0
    for text in list(come):
        partner = max(gone, key=lambda other: SequenceMatcher(None, text, other).ratio(), default=None)
        if partner is not None and SequenceMatcher(None, text, partner).ratio() >= _SAME_DUTY:
            gone.remove(partner)
            come.remove(text)
            changed += 1
    return len(come), len(gone), changed
