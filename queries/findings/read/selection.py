"""Choosing among the findings of a graph, and counting what other choices would give."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Self, get_args

from pydantic import BaseModel

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import bodies
from dutygraph.queries.catalogue.lookup import department_id, region_code
from dutygraph.queries.findings.models import ON_DEMAND, Class, Severity, Status, Verdict
from dutygraph.queries.findings.review.current_verdicts import status_of

Facet = Literal["class", "kind", "severity", "status", "department", "other", "region"]
FACETS: tuple[Facet, ...] = get_args(Facet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectable:
    """A finding or a topic in short, as lists and counts need it."""

    id: str
    kinds: Sequence[str]
    """Its kind, or those of all of its members."""
    class_: Class
    severity: Severity
    score: float
    department_ids: Sequence[str]
    regions: Sequence[str]
    """The codes of the regions in which the departments are."""
    topic: str | None = None
    """The topic that it belongs to."""
    verdict: Verdict | None = None

    @property
    def status(self) -> Status:
        """Where it stands after its last verdict."""
        return status_of(self.verdict)

    def values(self, facet: Facet) -> Sequence[str]:
        """Return the values that it has in a facet."""
        match facet:
            case "class":
                return (self.class_,)
            case "kind":
                return self.kinds
            case "severity":
                return (self.severity,)
            case "status":
                return (self.status,)
            case "department" | "other":
                return self.department_ids
            case "region":
                return self.regions


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Selectable):
    """A finding in short."""

    departments: Sequence[str]


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings to look at; what is empty or None does not choose.

    What is of one of the kinds or of one of the classes is chosen. ``department`` and the ``other`` of a pair are names,
    aliases or ids, ``region`` is a name or code, ``topic`` the id of one.
    """

    kinds: Sequence[str] = ()
    department: str | None = None
    severities: Sequence[Severity] = ()
    statuses: Sequence[Status] = ()
    min_score: float | None = None
    region: str | None = None
    topic: str | None = None
    on_demand: bool = True
    """Whether what is listed on demand is chosen; where one of its classes is, it always is."""
    classes: Sequence[str] = ()
    other: str | None = None

    @property
    def takes_on_demand(self) -> bool:
        """Whether what is listed on demand is chosen with the rest."""
        return self.on_demand or not set(ON_DEMAND).isdisjoint(self.classes)


EVERYTHING = Selection()


_OF_BODIES = ("department", "other")


class FacetCount(BaseModel):
    """How many there are with a value, among those that all other filters choose."""

    value: str
    count: int
    name: str | None = None
    """What the department with this id is called."""


@dataclass(frozen=True, slots=True)
class ResolvedSelection:
    """A selection, and the values of which an entry has to have one, by facet: names as ids and codes."""

    selection: Selection
    wanted: Mapping[Facet, Collection[str]]

    @classmethod
    def of(cls, store: GraphStore, selection: Selection = EVERYTHING) -> Self:
        """Look up the names of a selection. Raises UnknownDepartmentError, AmbiguousNameError, UnknownRegionError."""
        return cls(
            selection,
            {
                "severity": selection.severities,
                "status": selection.statuses,
                "department": [department_id(store, selection.department)] if selection.department else [],
                "other": [department_id(store, selection.other)] if selection.other else [],
                "region": [region_code(store, selection.region)] if selection.region else [],
            },
        )


def named_facets(store: GraphStore, counts: Mapping[Facet, Counter[str]]) -> dict[Facet, list[FacetCount]]:
    """Return counted facets with the most frequent value first, and departments with their names."""
    names = {id_: body.name for id_, body in bodies(store).items()}
    return {
        facet: [
            FacetCount(value=value, count=count, name=names.get(value) if facet in _OF_BODIES else None)
            for value, count in sorted(counter.items(), key=lambda one: (-one[1], one[0]))
        ]
        for facet, counter in counts.items()
    }
