"""The exact join: every pair of texts of different groups that is alike enough.

A tiled, weighted descendant of All-Pairs (Bayardo 2007) and PPJoin (Xiao 2008): texts are ordered by mass, an index of
2**15 of them stays in the processor's cache while all that can be their partners are streamed past it. What is
compiled, why no pair is missed, and what that is worth stands in ``kernel.py``; it is imported when a join begins.
"""

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from dutygraph.graph.similarity.corpus import SEVERAL, Corpus
from dutygraph.graph.similarity.pairs import Pairs, equal_pairs

if TYPE_CHECKING:
    from dutygraph.graph.similarity.kernel import Buffer, Index, Texts

TILE = 2**15
"""Members of one index."""
STRETCH = 2**13
"""Texts that one thread asks for at a time."""
ROOM = 2**17
"""Pairs that a thread keeps before it hands them over."""
AHEAD = 2 * (os.cpu_count() or 1)
"""Stretches that are worked on or wait to be handed over."""
SLACK = 1e-9
"""Part of the threshold that a pair may lack, so that rounding never decides a tie."""


def similar_pairs(
    corpus: Corpus, threshold: float, *, within: bool = False, tile: int = TILE
) -> Iterator[Pairs]:
    """Yield all pairs of texts of different groups with a cosine of ``threshold`` (above 0, at most 1) or more.

    Numbers are those of the corpus; a text that several groups share comes as a pair with itself first. Pairs within
    one group are left out unless ``within``. They come in pieces, so that memory does not grow with their number; their
    order depends on the arguments alone. Raises ValueError for any other threshold.
    """
    if not 0 < threshold <= 1:
        raise ValueError(f"the threshold {threshold} is not above 0 and at most 1")
    from dutygraph.graph.similarity import kernel

    sole = np.full_like(corpus.sole, SEVERAL) if within else corpus.sole
    texts = kernel.Texts(corpus.starts, corpus.tokens, corpus.weight, corpus.mass, sole)
    size, least = len(corpus.mass), threshold * (1 - SLACK)
    yield equal_pairs(corpus, within)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for begin in range(0, size, tile):
            index = kernel.build_index(texts, least, begin, min(begin + tile, size))
            for left, right, shared in _probed(pool, texts, index, range(begin, size)):
                yield Pairs(left, right, shared / np.sqrt(corpus.mass[left] * corpus.mass[right]))


def _probed(pool: ThreadPoolExecutor, texts: "Texts", index: "Index", asking: range) -> Iterator["Buffer"]:
    """Yield what is found in stretches of texts, in their order, while the threads work on the next ones."""

    def submit(stretch: range) -> Future[tuple["Buffer", range]]:
        return pool.submit(_probe, texts, index, stretch)

    stretches = (asking[begin : begin + STRETCH] for begin in range(0, len(asking), STRETCH))
    pending = deque(map(submit, islice(stretches, AHEAD)))
    while pending:
        buffer, left_over = pending.popleft().result()
        yield buffer
        if left_over:
            pending.appendleft(submit(left_over))
        else:
            pending.extend(map(submit, islice(stretches, 1)))


def _probe(texts: "Texts", index: "Index", stretch: range) -> tuple["Buffer", range]:
    """Fill one buffer; returns what is in it, and the part of the stretch for which there was no room."""
    from dutygraph.graph.similarity.kernel import Buffer, probe

    buffer = Buffer(np.empty(ROOM, np.int32), np.empty(ROOM, np.int32), np.empty(ROOM))
    found, on = probe(texts, index, stretch.start, stretch.stop, buffer)
    kept = Buffer(buffer.left[:found].copy(), buffer.right[:found].copy(), buffer.shared[:found].copy())
    return kept, range(on, stretch.stop)
