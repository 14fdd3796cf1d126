"""Association of words in a district: latent semantic analysis of its claims (Deerwester 1990)."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.linalg import svds

DIMENSIONS = 60
"""Number of directions; 60, 100 and 150 rank the labelled pairs alike, and 60 is the fastest."""
_TIE = 1e-6
"""Relative tolerance. A direction with the same singular value as the first one left out is left out too: any mix of the two
would do, and each run might choose another."""
_NOISE = 1e-6
"""Length of a vector that counts as zero, since it consists of rounding errors."""
_BLOCK = 1024
"""Number of texts that are compared with all others at a time, to bound memory (ten thousand texts need no gigabyte)."""


def vectors(texts: Sequence[frozenset[str]], weight: dict[str, float]) -> NDArray[np.float64]:
    """Return an array with a unit vector in a row for each text, a set of terms.

    The cosine is high for texts whose terms occur in the same contexts. The vector is zero for a text without terms, and
    for all texts when they are too few to learn from; the array then has one column. ``weight`` has every term.
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
    """Yield the pairs of rows with a cosine of ``least`` or more, the smaller number first."""
    for begin in range(0, len(placed), _BLOCK):
        near = np.triu(placed[begin : begin + _BLOCK] @ placed[begin:].T >= least, k=1)
        for left, right in np.argwhere(near).tolist():
            yield begin + left, begin + right
