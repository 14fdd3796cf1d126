"""Work that the law divides between two bodies by place or by phase (splits.yaml)."""

import re
from collections.abc import Mapping
from functools import cache

from dutygraph.graph.analysis.language.data_files import read_data

Sides = frozenset[tuple[str, bool]]
"""Names of splits, and whether it is the first side of them that a text is for."""


def only_sides(text: str) -> Sides:
    """Return the lawful splits of which a text is for one side only (城镇), and for which."""
    return frozenset(
        (name, is_one)
        for name, (one, other) in _splits().items()
        if (is_one := bool(one.search(text))) != bool(other.search(text))
    )


def are_divided(left: Sides, right: Sides) -> bool:
    """Whether one text is for one side of a lawful split only (城镇), and the other text for the other side (农村)."""
    return bool(left and right) and any((name, not is_one) in right for name, is_one in left)


@cache
def _splits() -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {
        name: (_any_of(split["one"]), _any_of(split["other"])) for name, split in read_data("splits").items()
    }


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))
