"""What the names in lists of a region may mean: the regions around it and those named, and who publishes lists there."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.values import Row
from dutygraph.ingest.names.departments import ListedBody, Resolver, regions_named
from dutygraph.ingest.names.regions import Region

Run = Callable[[str, dict[str, Any]], list[Row]]
"""Runs a Cypher text with parameters, in a transaction or on its own, and returns its rows."""


@dataclass(frozen=True, slots=True)
class NameScope:
    """A region by its code; regions by code and the bodies with lists in them, of which ``asked`` are the codes.

    At first these are the regions in it and around it, then also those that lists name.
    """

    code: str
    regions: dict[str, Region]
    listed: list[ListedBody]
    asked: set[str]

    @property
    def homes(self) -> list[str]:
        """The codes of the region and of those in it: their lists are linked anew."""
        start = self.regions.get(self.code)
        return (
            [code for code, region in self.regions.items() if start in region.chain] if start else [self.code]
        )

    @property
    def above(self) -> list[str]:
        """The codes of the regions that it lies in."""
        start = self.regions.get(self.code)
        return [region.code for region in start.chain[1:]] if start else []

    def own_bodies(self) -> list[ListedBody]:
        """Return the bodies with a list in the region itself."""
        return [
            body for body in self.listed if self.code == (body.region.code if body.region else body.outside)
        ]

    def resolver(self, home: str) -> Resolver:
        """Return the resolver for the lists of a region, whose names ``widen`` was told."""
        region = self.regions.get(home)
        if region is None:
            listed = [body for body in self.listed if body.region or body.outside == home]
            return Resolver(None, listed, outside=home)
        return Resolver(region, [body for body in self.listed if body.region])

    def widen(self, run: Run, printed: Collection[tuple[str, str]]) -> None:
        """Add the bodies with lists that printed names may mean, each given with the region (code) of its list."""
        self._ask(run, {home for home, _ in printed})
        self._ask(
            run, {code for home, text in printed for code in regions_named(text, self.regions.get(home))}
        )

    def _ask(self, run: Run, codes: Collection[str]) -> None:
        for code in sorted(set(codes) - self.asked):
            self.regions.update(regions_around(run, code))
            self.listed.extend(_listed(run, [code], self.regions, code))
            self.asked.add(code)


def scope_around(run: Run, code: str) -> NameScope:
    """Return the scope of a region, by its code or by what stands for it."""
    regions = regions_around(run, code)
    asked = list(regions) or [code]
    return NameScope(code, regions, list(_listed(run, asked, regions, code)), set(asked))


def regions_around(run: Run, code: str) -> dict[str, Region]:
    """Return a region, what lies in it and what it lies in, by code; nothing for what is no region."""
    return _built(run(cypher("link_regions"), {"region": code}))


def _listed(run: Run, codes: Sequence[str], regions: dict[str, Region], outside: str) -> Iterable[ListedBody]:
    for row in run(cypher("link_listed"), {"regions": codes}):
        also = tuple(row["also_known_as"] or ())
        yield ListedBody(row["name"], also, regions.get(row["region"]), outside)


def _built(rows: Sequence[Row]) -> dict[str, Region]:
    """Return regions by code, each with its outer region; the rows hold the outer regions too."""
    by_code = {row["code"]: row for row in rows}

    def build(code: str) -> Region:
        row = by_code[code]
        outer = build(row["outer"]) if row["outer"] in by_code else None
        return Region(code, row["name"], row["level"], outer, row["abolished"])

    return {code: build(code) for code in by_code}
