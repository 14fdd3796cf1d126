"""Whether laws divide a kind of work between two texts, or give it to both, each from its side (``lawful_splits.yaml``)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dutygraph.ingest.word_files import load_words


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


def jointly_supervised(left: str, right: str) -> str | None:
    """Return the law by which two bodies supervise what both texts are about, each from its side; None if there is none."""
    laws = (
        law
        for objects, acts, law in _joint()
        if _in_both(objects, left, right) and _in_both(acts, left, right)
    )
    return next(laws, None)


def _in_both(words: re.Pattern[str], left: str, right: str) -> bool:
    return bool(words.search(left) and words.search(right))


@cache
def _splits() -> tuple[_Split, ...]:
    return tuple(
        _Split(
            split.get("alone", False),
            {side: _any_of(words) for side, words in split["sides"].items()},
        )
        for split in _file()["splits"].values()
    )


@cache
def _joint() -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    return tuple((_any_of(one["objects"]), _any_of(one["acts"]), one["law"]) for one in _file()["joint"])


@cache
def _file() -> dict[str, Any]:
    return dict(load_words(Path(__file__).with_suffix(".yaml")))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))
