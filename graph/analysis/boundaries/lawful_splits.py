"""Whether two texts divide a kind of work as laws do (``lawful_splits.yaml``), so that neither claims the other's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class _Split:
    alone: bool
    sides: Mapping[str, re.Pattern[str]]

    def divides(self, left: str, right: str) -> bool:
        """Whether two texts stand on other sides of the split."""
        one, other = self._sides_of(left), self._sides_of(right)
        return bool(one ^ other) if self.alone else bool(one and other) and one.isdisjoint(other)

    def _sides_of(self, text: str) -> frozenset[str]:
        return frozenset(side for side, words in self.sides.items() if words.search(text))


def lawfully_split(left: str, right: str) -> bool:
    """Whether two texts divide the work: by stage, area, owner, inside an institution, crime and offence."""
    return any(split.divides(left, right) for split in _splits())


@cache
def _splits() -> tuple[_Split, ...]:
    file = resources.files("dutygraph.graph.analysis.boundaries").joinpath("lawful_splits.yaml")
    splits = yaml.safe_load(file.read_text(encoding="utf-8"))["splits"]
    return tuple(
        _Split(
            split.get("alone", False),
            {side: re.compile("|".join(map(re.escape, words))) for side, words in split["sides"].items()},
        )
        for split in splits.values()
    )
