"""Words that belong together in what was read: latent semantic analysis of a district's clauses (Deerwester 1990)."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.linalg import svds

DIMENSIONS = 60
"""Of 60, 100 and 150 all rank the labelled pairs alike; the fewest are the quickest."""
_TIE = 1e-6
"""A direction as strong as the first one left out is left out with it: any mix of the two would do as well, and each
run might choose another."""
_NOISE = 1e-6
"""A text that hardly reaches into the directions has nothing to do with them; what is left of it are errors of rounding."""
_BLOCK = 1024
"""Texts that are compared with all others at a time, so that ten thousand need no gigabyte."""


def vectors(texts: Sequence[frozenset[str]], weight: dict[str, float]) -> NDArray[np.float64]:
    """Return a unit vector for each text, a set of terms; texts whose terms keep the same company point the same way.

    A text without terms, or all texts when they are too few to learn from, get the zero vector.
    """
    column = {term: number for number, term in enumerate(sorted(weight))}
    ordered = [sorted(terms) for terms in texts]
    cells = [column[term] for terms in ordered for term in terms]
    values = np.array([weight[term] for terms in ordered for term in terms])
    bounds = np.cumsum([0, *map(len, ordered)])
    matrix = csr_array((values, cells, bounds), shape=(len(texts), len(column)))
    if min(matrix.shape) <= DIMENSIONS + 1:
        return np.zeros((len(texts), 1))
    start = np.ones(min(matrix.shape))  # svds begins anywhere; here, so that the result is the same each time
    _, sizes, directions = svds(matrix, k=DIMENSIONS + 1, v0=start)
    placed = matrix @ directions[sizes > sizes.min() * (1 + _TIE)].T
    length = np.linalg.norm(placed, axis=1, keepdims=True)
    return np.asarray(np.divide(placed, length, out=np.zeros_like(placed), where=length > _NOISE))


def nearest(placed: NDArray[np.float64], least: float) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts whose vectors have at least that cosine, the smaller number first."""
    for begin in range(0, len(placed), _BLOCK):
        near = np.triu(placed[begin : begin + _BLOCK] @ placed[begin:].T >= least, k=1)
        for left, right in np.argwhere(near).tolist():
            yield begin + left, begin + right
