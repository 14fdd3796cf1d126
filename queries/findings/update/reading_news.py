"""What the last reading or removal changed, kept in the graph for whoever looks next."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal, Self

from pydantic import BaseModel, ValidationError

from dutygraph.bilingual import Bilingual
from dutygraph.graph.loading.entry_changes import EntryChange, Fate
from dutygraph.graph.loading.list_change import ListChange, State
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.records import ParseWarning
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.models import Finding, Severity
from dutygraph.queries.findings.update.write import Changes

Act = Literal["read", "remove"]
_FIRST = 20
"""So many findings of each sort are named, the most important first; all are counted."""
_LISTS = 100
"""So many lists are named."""
_ENTRIES = 20
"""So many changed entries of each list are told."""
_SORTS = ("appeared", "vanished", "changed")


class ToldFinding(BaseModel):
    """A finding, as it was when it was told of."""

    id: str
    kind: str
    severity: Severity
    sentence: Bilingual


class FindingNews(BaseModel):
    """How many findings appeared, vanished and changed, and the first of each."""

    findings: dict[str, int]
    first: dict[str, list[ToldFinding]]

    @classmethod
    def of(cls, changes: Changes | None) -> Self:
        """Return the news of a computation; none when everything was up to date."""
        found: Mapping[str, Sequence[Finding]] = {
            sort: getattr(changes, sort) if changes else () for sort in _SORTS
        }
        return cls(
            findings={sort: len(findings) for sort, findings in found.items()},
            first={
                sort: [
                    ToldFinding(id=one.id, kind=one.kind, severity=one.severity, sentence=one.sentence)
                    for one in findings[:_FIRST]
                ]
                for sort, findings in found.items()
            },
        )


class ListNews(BaseModel):
    """A list that was added, replaced, left out or removed."""

    department: str
    source: str
    state: State
    counts: dict[str, dict[Fate, int]] = {}
    """Kind of entry (label) to how many came, went or were reworded."""
    entries: list[EntryChange] = []
    """The first of those of a list that was replaced."""
    placed: float | None = None
    reason: ParseWarning | None = None
    warnings: int = 0

    @classmethod
    def of(cls, change: ListChange) -> Self:
        """Return what a change is, with the first of its entries and the number of its warnings."""
        facts = {
            name: getattr(change, name) for name in cls.model_fields if name not in ("entries", "warnings")
        }
        return cls(**facts, entries=list(change.entries[:_ENTRIES]), warnings=len(change.warnings))


class ReadingNews(FindingNews):
    """What a reading or removal changed: ``states`` counts its lists, ``lists`` names those that are not as they were."""

    at: str
    """UTC, ISO 8601."""
    act: Act
    states: dict[State, int]
    lists: list[ListNews]


def remember_news(store: GraphStore, act: Act, lists: Sequence[ListNews], changes: Changes | None) -> None:
    """Keep in the graph what a reading or removal has changed, in the place of the one before; one of nothing leaves it."""
    changed = [one for one in lists if one.state != "unchanged"]
    found = FindingNews.of(changes)
    if all(one.state == "skipped" for one in changed) and not any(found.findings.values()):
        return
    news = ReadingNews(
        **dict(found),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        act=act,
        states=Counter(one.state for one in lists),
        lists=changed[:_LISTS],
    )
    store.write(lambda tx: tx.run(cypher("keep_news"), {"news": news.model_dump_json()}))


def last_news(store: GraphStore) -> ReadingNews | None:
    """Return what the last reading or removal changed; None where none has been since an older version."""
    try:
        return next(
            (ReadingNews.model_validate_json(row["news"]) for row in store.read(cypher("last_news"))), None
        )
    except ValidationError:
        return None


def still_there(store: GraphStore, ids: Collection[str], sources: Collection[str]) -> set[str]:
    """Return those ids of findings and names of documents that are in the graph now: news grow old."""
    rows = store.read(cypher("still_there"), {"ids": sorted(ids), "sources": sorted(sources)})
    return {row["name"] for row in rows}
