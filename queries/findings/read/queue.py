"""The queue of a review: what is to be judged, in order, where a reader stands in it, and what comes next."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Self

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.models import Status
from dutygraph.queries.findings.read.facet_index import EntryColumns
from dutygraph.queries.findings.read.findings import all_findings
from dutygraph.queries.findings.read.selection import Entry, Selectable
from dutygraph.queries.findings.read.topics import TopicSummary, all_topics
from dutygraph.queries.findings.update.ranking import rank_in_short

WAITING: tuple[Status, ...] = ("open", "to_confirm")
"""Where somebody still has to say something."""


def all_to_review(store: GraphStore) -> EntryColumns[Entry | TopicSummary]:
    """Return what a review goes through: the topics, and the findings that belong to none, in rank order.

    It is kept for each revision.
    """
    return store.cached("to review", lambda: _gathered(store))


def _gathered(store: GraphStore) -> EntryColumns[Entry | TopicSummary]:
    alone = (one for one in all_findings(store).entries if one.topic is None)
    return EntryColumns(list(merge(all_topics(store).entries, alone, key=_rank)))


def _rank(one: Selectable) -> tuple[int, float, str, float]:
    return rank_in_short(one.kinds[0], one.class_, one.severity, one.score)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A finding or topic in the queue, and where it stands."""

    id: str
    status: Status


@dataclass(frozen=True, slots=True)
class ReviewQueue:
    """What a review goes through."""

    items: Sequence[Waiting]

    @classmethod
    def of(cls, found: Iterable[Entry | TopicSummary], statuses: Collection[Status], at: str | None) -> Self:
        """Return the queue of findings or topics that stand so, or all; the one at which a reader is stays in it."""
        items = [Waiting(one.id, one.status) for one in found]
        return cls([one for one in items if not statuses or one.status in statuses or one.id == at])

    @property
    def judged(self) -> int:
        """How many have been judged."""
        return sum(one.status not in WAITING for one in self.items)

    def place(self, id_: str) -> int | None:
        """Return the place of an id in the queue, from 0."""
        return next((place for place, one in enumerate(self.items) if one.id == id_), None)

    def neighbour(self, id_: str, step: int) -> str | None:
        """Return the id so many steps after another one (before it, when negative); None beyond the ends."""
        place = self.place(id_)
        at = -1 if place is None else place + step
        return self.items[at].id if 0 <= at < len(self.items) else None

    def next_waiting(self, after: str | None = None) -> str | None:
        """Return the id of the next one that waits to be judged, from the beginning again after the end."""
        place = self.place(after) if after else None
        start = 0 if place is None else place + 1
        around = (*self.items[start:], *self.items[:start])
        return next((one.id for one in around if one.status in WAITING and one.id != after), None)
