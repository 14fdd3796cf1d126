"""The exact join: every pair of texts of different groups that is alike enough.

A tiled, weighted descendant of All-Pairs (Bayardo 2007) and PPJoin (Xiao 2008): texts are ordered by mass, an index of
2**15 of them stays in the processor's cache while all that can be their partners are streamed past it. Why no pair is
missed stands in ``kernel.py``; ``loops.py`` says what is compiled, and what that is worth.
"""

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice

import numpy as np

from dutygraph.graph.similarity.corpus import SEVERAL, Corpus
from dutygraph.graph.similarity.kernel import Buffer, Index, Scratch, Texts
from dutygraph.graph.similarity.loops import Loops, loops_for
from dutygraph.graph.similarity.pairs import Pairs, equal_pairs

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
    sole = np.full_like(corpus.sole, SEVERAL) if within else corpus.sole
    size, least, loops = len(corpus.mass), threshold * (1 - SLACK), loops_for(len(corpus.tokens))
    texts: Texts = loops.ready(Texts(corpus.starts, corpus.tokens, corpus.weight, corpus.mass, sole))
    yield equal_pairs(corpus, within)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for begin in range(0, size, tile):
            index: Index = loops.ready(loops.build_index(texts, least, begin, min(begin + tile, size)))
            probe = partial(_probe, loops, texts, index)
            for left, right, shared in _probed(pool, probe, range(begin, size)):
                yield Pairs(left, right, shared / np.sqrt(corpus.mass[left] * corpus.mass[right]))


Probe = Callable[[range], tuple[Buffer, range]]
"""Asks an index for the partners of a stretch of texts; returns what it found, and the part it did not come to."""


def _probed(pool: ThreadPoolExecutor, probe: Probe, asking: range) -> Iterator[Buffer]:
    """Yield what is found in stretches of texts, in their order, while the threads work on the next ones."""
    stretches = (asking[begin : begin + STRETCH] for begin in range(0, len(asking), STRETCH))
    pending = deque(pool.submit(probe, stretch) for stretch in islice(stretches, AHEAD))
    while pending:
        buffer, left_over = pending.popleft().result()
        yield buffer
        if left_over:
            pending.appendleft(pool.submit(probe, left_over))
        else:
            pending.extend(pool.submit(probe, stretch) for stretch in islice(stretches, 1))


def _probe(loops: Loops, texts: Texts, index: Index, stretch: range) -> tuple[Buffer, range]:
    """Fill one buffer; returns what is in it, and the part of the stretch for which there was no room."""
    size = len(index.mass)
    scratch: Scratch = loops.ready(
        Scratch(np.zeros(size, np.int32), np.zeros(size), np.zeros(len(texts.weight), np.bool_))
    )
    buffer = Buffer(np.empty(ROOM, np.int32), np.empty(ROOM, np.int32), np.empty(ROOM))
    found, on = loops.probe(texts, index, (stretch.start, stretch.stop), scratch, buffer)
    filled = Buffer(buffer.left[:found].copy(), buffer.right[:found].copy(), buffer.shared[:found].copy())
    return filled, range(on, stretch.stop)
