"""Departments by departments: how often every two overlap, and whether a boundary is declared between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dutygraph.queries.catalogue.bodies import NamedBody
from dutygraph.queries.findings.read.pairs import Between, BodyPair

_LEVELS = (1, 2, 3, 5)
"""So many overlaps make each next colour."""
_NOTHING = Between()
MOST = 60
"""More bodies than these no screen shows side by side."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What stands between two bodies; ``level`` is the colour, 0 for none."""

    a: NamedBody
    b: NamedBody
    between: Between

    @property
    def level(self) -> int:
        """Return the colour."""
        return sum(self.between.overlaps >= least for least in _LEVELS)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The bodies on both sides; a row of cells for each, None where it meets itself; and the pairs, the closest first."""

    bodies: Sequence[NamedBody]
    rows: Sequence[Sequence[MatrixCell | None]]
    pairs: Sequence[MatrixCell]


def matrix(bodies: Iterable[NamedBody], between: Mapping[BodyPair, Between]) -> Matrix:
    """Return the matrix of these bodies, those without anything in common with the others left out."""
    named = sorted(bodies, key=lambda body: (body.short, body.id))
    pairs = [_cell(a, b, between) for a, b in combinations(named, 2)]
    there = [cell for cell in pairs if cell.between != _NOTHING]
    tied = {body.id for cell in there for body in (cell.a, cell.b)}
    shown = [body for body in named if body.id in tied]
    return Matrix(
        bodies=shown,
        rows=[[None if a is b else _cell(a, b, between) for b in shown] for a in shown]
        if len(shown) <= MOST
        else [],
        pairs=sorted(there, key=lambda cell: (-cell.between.overlaps, -cell.between.findings)),
    )


def _cell(a: NamedBody, b: NamedBody, between: Mapping[BodyPair, Between]) -> MatrixCell:
    return MatrixCell(a, b, between.get(frozenset((a.id, b.id)), _NOTHING))
