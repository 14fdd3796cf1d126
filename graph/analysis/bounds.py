"""What an analysis of a region may take: after so many pairs or seconds it goes on with what it has, and says so."""

import time
from collections.abc import Iterable, Iterator
from typing import Literal, TypeVar

from dutygraph.bilingual import Bilingual
from dutygraph.graph.limits import AnalysisLimits, analysis_limits
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.records import ParseWarning
from dutygraph.ingest.warnings import warning

T = TypeVar("T")
Comparison = Literal["overlaps", "repeats", "peers"]

_OFTEN = 64
"""The clock is looked at before each so many things: it takes longer than what is done to most."""
_NAMES = {
    "overlaps": Bilingual("部门之间的职责重叠", "overlaps between departments"),
    "repeats": Bilingual("清单内和上下级之间的重复", "repetitions within lists and between levels"),
    "peers": Bilingual("同类部门都有而本部门没有的工作", "work that peers have and a body lacks"),
}


class Bound:
    """The pairs and the time that are left to one analysis of one region."""

    def __init__(self, limits: AnalysisLimits | None = None) -> None:
        self._limits = limits or analysis_limits()
        self._end = time.monotonic() + self._limits.seconds
        self.room = self._limits.pairs
        """Pairs that may still be compared."""
        self.reached: Literal["pairs", "seconds"] | None = None
        """The limit that has cut the analysis short."""

    def pairs(self, found: Iterable[T]) -> Iterator[T]:
        """Yield pairs as long as there is room and time for them."""
        for pair in self.in_time(found):
            if self.room <= 0:
                self.reached = "pairs"
                return
            self.room -= 1
            yield pair

    def in_time(self, things: Iterable[T]) -> Iterator[T]:
        """Yield things as long as there is time."""
        for number, thing in enumerate(things):
            if number % _OFTEN == 0 and time.monotonic() > self._end:
                self.reached = "seconds"
                return
            yield thing

    def told(self, comparison: Comparison) -> ParseWarning | None:
        """Return what the readers of a list are told when the limits have cut the comparison short."""
        if self.reached is None:
            return None
        most = getattr(self._limits, self.reached)
        limit = {
            "pairs": Bilingual(f"{most} 对文字", f"{most} pairs of texts"),
            "seconds": Bilingual(f"{most} 秒", f"{most} seconds"),
        }[self.reached]
        setting = AnalysisLimits.variable(self.reached)
        return warning("comparison_cut", None, what=_NAMES[comparison], limit=limit, setting=setting)


def tell(store: GraphStore, region: str, comparison: Comparison, bound: Bound) -> None:
    """Put on the lists of a region that a comparison was cut short, or take it off again."""
    told = bound.told(comparison)
    name = f"{comparison}_cut"
    cut = store.read(cypher("cut_lists", PROPERTY=name), {"region": region})
    text = told.model_dump_json() if told else None
    if told or cut:
        store.write(lambda tx: tx.run(cypher("set_cut", PROPERTY=name), {"region": region, "text": text}))
