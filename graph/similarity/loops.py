"""The loops of ``kernel.py`` as the interpreter runs them, for few texts, and compiled by numba, for many.

Compiling pays from some ten thousand texts on: numba takes a second of each new process to load what it has compiled before,
in which the interpreter joins all texts of a large region. Against a product of sparse matrices with the same filters
(``benchmarks.join``, method scipy), medians of three runs by turns on two busy cores, the compiled loops take 0.51 s and
350 MB for 100,000 texts against 2.8 s and 1,440 MB, and 2.3 s and 600 MB against 6.7 s and 1,540 MB for 300,000.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast

import numpy as np

from dutygraph.graph.similarity import kernel
from dutygraph.graph.similarity.kernel import Buffer, Index, Scratch, Texts

F = TypeVar("F", bound=Callable[..., Any])

INTERPRETED = 2**18
"""So many tokens of texts are joined by the interpreter, in less time than numba takes to be loaded."""


class Loops(NamedTuple):
    """The two loops of a join, and how to make what they read ready for them."""

    build_index: Callable[[Texts, float, int, int], Index]
    probe: Callable[[Texts, Index, tuple[int, int], Scratch, Buffer], tuple[int, int]]
    ready: Callable[[Any], Any]


def loops_for(tokens: int) -> Loops:
    """Return the loops that are faster for texts of so many tokens together."""
    return Loops(kernel.build_index, kernel.probe, listed) if tokens <= INTERPRETED else compiled()


@cache
def compiled() -> Loops:
    """Compile the loops, or load what was compiled before, to run without the interpreter's lock."""
    from numba.extending import register_jitable

    for function in (kernel.need, kernel.lightest_partner, kernel.meet, kernel.shared_mass, kernel.mark):
        register_jitable(function)
    return Loops(_compiled(kernel.build_index), _compiled(kernel.probe), lambda arrays: arrays)


def _compiled(function: F) -> F:
    """Compile a function on first use.

    The machine code is kept beside the source, or in the user's cache folder where that cannot be written, or in
    ``NUMBA_CACHE_DIR``; where there is no place at all, each process compiles anew.
    """
    import numba

    try:
        return cast("F", numba.njit(function, nogil=True, cache=True))
    except RuntimeError:  # numba found no folder that can be written
        return cast("F", numba.njit(function, nogil=True))


def listed(arrays: Any) -> Any:
    """Return a named tuple with its arrays as lists, whose numbers the interpreter reads several times as fast."""
    return arrays._make(value.tolist() if isinstance(value, np.ndarray) else value for value in arrays)
