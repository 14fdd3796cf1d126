"""What is the business of the bodies of a district, by their names and by their lists."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dutygraph.graph.analysis.language.cross_cutting import CrossCutting, cross_cutting_of
from dutygraph.graph.analysis.language.scope import is_wide
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claims.listed_frames import ListedFrame
from dutygraph.ingest.names.body_names import read_name
from dutygraph.ingest.names.body_words import read_key

_AUTHORITY = re.compile("(?:行政)?(?:主管)?(?:部门|机关)$")
"""What a party is called whose field of work is meant (公安机关, 水行政主管部门)."""
_LEARNED = 3
"""Least number of claims for all fields about a matter in the list of a body that leads it."""
_LEARNED_SHARE = 2
"""Least ratio of that number to the next body's."""


@dataclass(frozen=True, slots=True)
class Body:
    """What is known of a body before its list is compared."""

    business: frozenset[str]
    """The concepts that are its business, by its names and by its list."""
    cross_cutting: CrossCutting | None
    """What it does on the objects of others (审计、统计、财政); None for a body with a field of its own."""
    fields: frozenset[str] = frozenset()
    """The fields of work in its names (教育, 体育)."""

    def is_called(self, printed: str) -> bool:
        """Whether a printed party (体育部门) is this body, by the fields of work in its name."""
        fields = _fields_in(printed)
        return bool(fields) and fields <= self.fields


def bodies_of(
    listed: Iterable[ListedFrame], names: Mapping[str, Sequence[str]], taxonomy: Taxonomy
) -> Mapping[str, Body]:
    """Return what is known of each body (id), by its names and by what its list says."""
    learned = _learned_business(listed, taxonomy)
    return {
        body: Body(
            taxonomy.business_of(printed) | learned.get(body, frozenset()),
            cross_cutting_of(printed),
            frozenset().union(*map(_fields_in, printed)),
        )
        for body, printed in names.items()
    }


def _fields_in(name: str) -> frozenset[str]:
    """Return the fields of work in the name of a body, none for one that the table does not know."""
    key = read_key(read_name(_AUTHORITY.sub("局", name), None).rest)
    return frozenset(key.fields) if key.in_vocabulary else frozenset()


def _learned_business(listed: Iterable[ListedFrame], taxonomy: Taxonomy) -> Mapping[str, frozenset[str]]:
    """Return the matters that bodies (ids) lead by their lists.

    A body leads a matter when its list has clearly more frames about it with a wide scope (全区) than any other list.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in listed:
        if (
            is_wide(one.clause.text)
            and not one.itself
            and not one.case
            and not taxonomy.fields & set(one.objects)
        ):
            for name, words in one.objects.items():
                if taxonomy.concepts[name].facet == "matters" and taxonomy.is_whole(name, words):
                    counts[name][one.statement.body] += 1
    business: dict[str, set[str]] = defaultdict(set)
    for name, bodies in counts.items():
        (body, times), (_, next_times) = [*bodies.most_common(2), ("", 0)][:2]
        if times >= _LEARNED and times >= _LEARNED_SHARE * next_times:
            business[body].add(name)
    return {body: frozenset(names) for body, names in business.items()}
