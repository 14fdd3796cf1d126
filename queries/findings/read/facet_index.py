"""Findings or topics in columns: a hundred thousand are chosen among, counted and put in order at once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import reduce
from typing import Generic, Self, TypeVar

import numpy as np
import numpy.typing as npt

from dutygraph.queries.findings.models import ON_DEMAND
from dutygraph.queries.findings.read.selection import FACETS, Facet, ResolvedSelection, Selectable
from dutygraph.queries.findings.sorting import Sort

C = TypeVar("C", bound=Selectable)
Rows = npt.NDArray[np.bool_]
"""Which of all entries are meant."""
_FILTERS: Mapping[Facet, str] = {"class": "kind"}
"""The filter that a facet belongs to, where it is not called alike: kinds and classes are one."""


class _FacetColumn:
    """The values of one facet: codes of values beside the rows that have them."""

    def __init__(self, values: Sequence[Sequence[str]]) -> None:
        self.names: dict[str, int] = {}
        coded = (self.names.setdefault(value, len(self.names)) for of_row in values for value in of_row)
        self.codes = np.fromiter(coded, dtype=np.int64)
        self._rows = np.repeat(np.arange(len(values)), [len(of_row) for of_row in values])
        self._size = len(values)

    def having(self, wanted: Iterable[str]) -> Rows:
        """Return which entries have one of the values."""
        codes = [self.names[value] for value in wanted if value in self.names]
        chosen: Rows = np.zeros(self._size, dtype=np.bool_)
        chosen[self._rows[np.isin(self.codes, codes)]] = True
        return chosen

    def counted(self, chosen: Rows) -> Counter[str]:
        """Count the values of the chosen entries."""
        counts = np.bincount(self.codes[chosen[self._rows]], minlength=len(self.names))
        return Counter({name: int(count) for name, count in zip(self.names, counts, strict=True) if count})


class EntryColumns(Generic[C]):
    """All findings or topics in rank order."""

    def __init__(self, entries: Sequence[C]) -> None:
        self.entries = entries
        self._scores = np.array([one.score for one in entries], dtype=np.float64)
        columns: dict[Facet, _FacetColumn] = {
            facet: _FacetColumn([one.values(facet) for one in entries])
            for facet in FACETS
            if facet != "other"
        }
        self._columns: Mapping[Facet, _FacetColumn] = {**columns, "other": columns["department"]}

    def restated(self, others: Mapping[int, C]) -> Self:
        """Return the same with entries in the place of some, by their row, that differ from them in their status only."""
        if not others:
            return self
        again = copy(self)
        again.entries = [others.get(row, one) for row, one in enumerate(self.entries)]
        again._columns = {
            **self._columns,
            "status": _FacetColumn([one.values("status") for one in again.entries]),
        }
        return again

    def found(self, choice: ResolvedSelection) -> "FoundEntries[C]":
        """Return what a choice finds."""
        return FoundEntries(self, choice, dict(self._tests(choice)))

    def column(self, facet: Facet) -> _FacetColumn:
        """Return the values of a facet."""
        return self._columns[facet]

    def _tests(self, choice: ResolvedSelection) -> Iterable[tuple[str, Rows]]:
        for facet, wanted in choice.wanted.items():
            if wanted:
                yield facet, self._columns[facet].having(wanted)
        of = choice.selection
        if of.kinds or of.classes:
            yield "kind", self._columns["kind"].having(of.kinds) | self._columns["class"].having(of.classes)
        if of.min_score is not None:
            yield "score", self._scores >= of.min_score
        if of.topic:
            yield "topic", np.array([one.topic == of.topic for one in self.entries], dtype=np.bool_)
        if not of.takes_on_demand:
            yield "on demand", ~self._columns["class"].having(ON_DEMAND)

    def in_order(self, chosen: Rows, sort: Sort) -> Sequence[int]:
        """Return the rows of the chosen entries in an order; what is alike in it stays in rank order."""
        rows = np.flatnonzero(chosen)
        if sort == "score":
            rows = rows[np.argsort(-self._scores[rows], kind="stable")]
        listed: list[int] = rows.tolist()
        match sort:
            case "kind" | "department" | "status":
                listed.sort(key=lambda row: tuple(self.entries[row].values(sort)))
        return listed


@dataclass(frozen=True, slots=True)
class FoundEntries(Generic[C]):
    """What a choice finds: the entries that pass all of its tests, each test by the filter that it belongs to."""

    columns: EntryColumns[C]
    choice: ResolvedSelection
    tests: Mapping[str, Rows]

    @property
    def total(self) -> int:
        """How many there are."""
        return int(np.count_nonzero(self._passing()))

    @property
    def hidden(self) -> int:
        """How many more there would be with what is listed on demand."""
        return int(np.count_nonzero(self._passing("on demand"))) - self.total

    def listed(self, sort: Sort = "rank", offset: int = 0, limit: int | None = None) -> list[C]:
        """Return a page of the entries in an order; all of them when no limit is given."""
        rows = self.columns.in_order(self._passing(), sort)
        return [self.columns.entries[row] for row in rows[offset : None if limit is None else offset + limit]]

    def counted(self, facet: Facet) -> Counter[str]:
        """Count the values of a facet."""
        return self.columns.column(facet).counted(self._passing())

    def counted_by_class(self) -> Counter[tuple[str, str]]:
        """Count the classes with their kinds; for findings, which have one of each."""
        classes, kinds = self.columns.column("class"), self.columns.column("kind")
        pairs = np.stack([classes.codes, kinds.codes])[:, self._passing()]
        both, counts = np.unique(pairs, axis=1, return_counts=True)
        names = list(classes.names), list(kinds.names)
        return Counter({(names[0][a], names[1][b]): int(n) for (a, b), n in zip(both.T, counts, strict=True)})

    def facets(self) -> dict[Facet, Counter[str]]:
        """Count the values of each facet among the entries that pass all tests but the facet's own."""
        return {
            facet: self.columns.column(facet).counted(self._passing(_FILTERS.get(facet, facet)))
            for facet in FACETS
        }

    def _passing(self, but: str | None = None) -> Rows:
        every: Rows = np.ones(len(self.columns.entries), dtype=np.bool_)
        return reduce(np.logical_and, (test for name, test in self.tests.items() if name != but), every)
