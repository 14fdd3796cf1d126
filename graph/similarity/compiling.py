"""Compiling with numba so that types stay known and the machine code is kept between runs."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba

F = TypeVar("F", bound=Callable[..., Any])


def compiled(function: F) -> F:
    """Compile a function on first use, to run without the interpreter's lock.

    The machine code is kept beside the source, or in the user's cache folder where that cannot be written, or in
    ``NUMBA_CACHE_DIR``; where there is no place at all, each process compiles anew.
    """
    try:
        return cast("F", numba.njit(function, nogil=True, cache=True))
    except RuntimeError:  # numba found no folder that can be written
        return cast("F", numba.njit(function, nogil=True))
