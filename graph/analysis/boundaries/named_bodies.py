"""Bodies of a region that a text names, by their field of work: 人社部门, 区人社局."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dutygraph.graph.analysis.boundaries.swapped_division import field_of
from dutygraph.ingest.names.body_names import read_name

_ENDS = re.compile(r"[一-鿿]{2,12}?(?:局|委|办|(?:行政)?(?:主管)?部门)")
_SHORTEST = 3
"""Characters of a name with its kind (民政局)."""
_ABOVE = ("national", "province", "prefecture")


def bodies_by_field(names: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """Return the bodies (ids) by field, of all names of each; a field that several bodies have tells none."""
    found: dict[str, set[str]] = defaultdict(set)
    for body, printed in names.items():
        for name in printed:
            found[field_of(name)].add(body)
    return {field: next(iter(ids)) for field, ids in found.items() if field and len(ids) == 1}


def named_in(text: str, known: Mapping[str, str]) -> Iterator[str]:
    """Yield the bodies that a text names, of those ``known`` by field; the one of a city or province is another."""
    for match in _ENDS.finditer(text):
        endings = (match[0][start:] for start in range(len(match[0]) - _SHORTEST + 1))
        name = next((ending for ending in endings if field_of(ending) in known), None)
        if name and read_name(name, None).level not in _ABOVE:
            yield known[field_of(name)]
