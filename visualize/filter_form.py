"""The filters of a list as a form: every value that still finds something, with how many, and what is chosen."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from dutygraph.queries.catalogue.bodies import NamedBody, regions_of
from dutygraph.queries.findings.models import SEVERITIES, Class
from dutygraph.queries.findings.read.filters import FindingFilters
from dutygraph.queries.findings.read.selection import Facet
from dutygraph.queries.findings.review.current_verdicts import STATUSES
from dutygraph.queries.findings.rules.headers import rules
from dutygraph.visualize.finding_groups import kind_title
from dutygraph.visualize.texts import Language, text


@dataclass(frozen=True, slots=True)
class FilterValue:
    """A value of a filter."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class ClassOfKinds:
    """A class with the kinds that belong to it."""

    choice: FilterValue
    kinds: Sequence[FilterValue]


@dataclass(frozen=True, slots=True)
class FilterForm:
    """All filters of a list."""

    severities: Sequence[FilterValue]
    statuses: Sequence[FilterValue]
    classes: Sequence[ClassOfKinds]
    departments: Sequence[FilterValue]
    others: Sequence[FilterValue]
    """Those with which the chosen department makes a pair; none before one is chosen."""
    regions: Sequence[FilterValue]
    """Where there are several."""


def filter_form(
    facets: Mapping[Facet, Mapping[str, int]],
    known: Mapping[str, NamedBody],
    filters: FindingFilters,
    chosen: Mapping[Facet, Collection[str]],
    lang: Language,
) -> FilterForm:
    """Return the form of the filters, with counts that follow the others of them; ``chosen`` are ids and codes."""
    regions = regions_of(known.values())
    names = {id_: body.name for id_, body in known.items()}
    others = {id_: name for id_, name in names.items() if id_ not in chosen["department"]}

    def choices(facet: Facet, labels: Mapping[str, str]) -> list[FilterValue]:
        return _choices(labels, facets[facet], chosen[facet])

    return FilterForm(
        severities=choices("severity", {name: text(f"severity_{name}", lang) for name in SEVERITIES}),
        statuses=choices("status", {name: text(f"status_{name}", lang) for name in STATUSES}),
        classes=list(_classes(facets, filters, lang)),
        departments=choices("department", names),
        others=choices("other", others) if chosen["department"] else [],
        regions=choices("region", regions) if len(regions) > 1 else [],
    )


def _choices(
    labels: Mapping[str, str], counts: Mapping[str, int], chosen: Collection[str]
) -> list[FilterValue]:
    """The values that find something, and those that are chosen."""
    every = (
        FilterValue(value, label, counts.get(value, 0), value in chosen) for value, label in labels.items()
    )
    return [one for one in every if one.count or one.chosen]


def _classes(
    facets: Mapping[Facet, Mapping[str, int]], filters: FindingFilters, lang: Language
) -> Iterable[ClassOfKinds]:
    selection = filters.selection
    of_class = {rule.kind: rule.class_ for rule in rules().values() if rule.name == rule.kind}
    titles = {kind: kind_title(kind, lang) for kind in {*of_class, *facets["kind"]}}
    labels = {name: text(f"class_{name}", lang) for name in get_args(Class)}
    for choice in _choices(labels, facets["class"], selection.classes):
        kinds = {kind: title for kind, title in titles.items() if of_class.get(kind) == choice.value}
        found = _choices(kinds, facets["kind"], selection.kinds)
        yield ClassOfKinds(choice, sorted(found, key=lambda one: (-one.count, one.value)))
