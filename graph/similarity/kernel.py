"""The inner loops of the join: an index of some texts, its members, that all later ones ask for their partners.

Let m be the mass of a text, o the mass of the tokens that two texts share, and t the threshold. A pair qualifies when its
cosine o / sqrt(m n) reaches t, that is when o >= need(m, n) = t sqrt(m n), which grows with m and n. Texts are numbered by
ascending mass and a text asks for lighter ones only, so each pair is looked at once.

Why no pair is missed. All texts hold their tokens in one order; the *rest* of a text at a token is the mass from that
token on. Let the query x and the lighter member y qualify, and let w be the first token that they share. All that they
share stands at w or behind it, so the rest of x at w and the rest of y at w are both at least o >= need(m_x, m_y).

1. Members with need(m_y, m_x) > m_y >= o cannot qualify. They are the lightest, so search begins at the first other.
2. The index holds y under its tokens up to where its rest falls below need(m_y, m_y), and x asks for its tokens up to where
   its rest falls below its need with the lightest member from (1) on. Neither is above need(m_x, m_y), for need grows with
   both masses. So x meets y under w, and under no token before.
3. When x first meets y, it drops y if either rest is below need(m_x, m_y); at w neither is. From then on the tokens
   under which they meet are added up.
4. What they share beyond that stands behind the part of x that was asked for, or behind the part of y that is indexed;
   it begins at one of its tokens, where x or y has less than the rest behind that part. So it is at most the greater of
   these two rests. If it cannot fill the gap to need(m_x, m_y), y is dropped.
5. For what is left o is added up anew; that ends early when o so far and the rest of y are together below the need.

Why every run gives the same. Weights are multiples of 2**-16, so masses are sums without rounding, in any order. Only
``need`` rounds, and its operations keep order; the threshold is lowered beforehand by far more than that, so that
rounding never loses a tie.

They run in the interpreter or compiled, as ``loops.py`` decides.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Texts(NamedTuple):
    """Texts by ascending mass, as in a corpus."""

    starts: NDArray[np.int64]
    tokens: NDArray[np.int32]
    weight: NDArray[np.float64]
    mass: NDArray[np.float64]
    sole: NDArray[np.int32]
    """Pairs of texts with the same number here do not count, unless it is negative."""


class Index(NamedTuple):
    """Some texts in a row, its members, by token."""

    threshold: float
    """The least cosine of a pair."""
    begin: int
    """The number of the first member's text."""
    mass: NDArray[np.float64]
    """The mass of each member."""
    first: NDArray[np.int64]
    """Where each member begins in ``rest``."""
    rest: NDArray[np.float64]
    """The rest of each member at each of its tokens, and a 0 after its last."""
    behind: NDArray[np.float64]
    """The rest of each member behind its indexed part."""
    opens: NDArray[np.int64]
    """Where the entries of each token begin in ``holder`` and ``reach``."""
    holder: NDArray[np.int32]
    """Entries: a member that has the token."""
    reach: NDArray[np.float64]
    """Entries: the rest of this member at the token."""


class Scratch(NamedTuple):
    """What a thread remembers about one query; all zeros between queries."""

    met: NDArray[np.int32]
    """The members that it met."""
    common: NDArray[np.float64]
    """By member: the mass of the tokens under which it met it."""
    asked: NDArray[np.bool_]
    """By token: whether it has it."""


class Buffer(NamedTuple):
    """Room for pairs that were found."""

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    shared: NDArray[np.float64]


def need(threshold: float, m: float, n: float) -> float:
    """Return the mass that two texts of mass m and n must share to qualify."""
    return threshold * float(np.sqrt(m * n))


def lightest_partner(index: Index, m: float) -> int:
    """Return the first member that can share enough with a text of mass m; never one of mass 0."""
    low, high = 0, len(index.mass)
    while low < high:
        middle = (low + high) // 2
        if 0 < need(index.threshold, index.mass[middle], m) <= index.mass[middle]:
            high = middle
        else:
            low = middle + 1
    return low


def build_index(texts: Texts, threshold: float, begin: int, end: int) -> Index:
    """Index the texts from ``begin`` to before ``end``.

    All loops are plain, because numba takes seconds to compile expressions of whole arrays.
    """
    size, offset = end - begin, texts.starts[begin]
    mass = texts.mass[begin:end]
    first = np.empty(size + 1, np.int64)
    for i in range(size + 1):
        first[i] = texts.starts[begin + i] - offset + i
    rest, behind = np.zeros(first[-1]), np.zeros(size)
    indexed = np.zeros(size, np.int64)
    opens = np.zeros(len(texts.weight) + 1, np.int64)
    for i in range(size):
        tokens = texts.tokens[texts.starts[begin + i] : texts.starts[begin + i + 1]]
        least = need(threshold, mass[i], mass[i])
        for k in range(len(tokens) - 1, -1, -1):
            rest[first[i] + k] = rest[first[i] + k + 1] + texts.weight[tokens[k]]
            if rest[first[i] + k] >= least:
                indexed[i] = max(indexed[i], k + 1)
                opens[tokens[k] + 1] += 1
        behind[i] = rest[first[i] + indexed[i]]
    for token in range(len(texts.weight)):
        opens[token + 1] += opens[token]
    filled = opens[:-1].copy()
    holder, reach = np.empty(opens[-1], np.int32), np.empty(opens[-1])
    for i in range(size):
        for k in range(indexed[i]):
            token = texts.tokens[texts.starts[begin + i] + k]
            holder[filled[token]], reach[filled[token]] = i, rest[first[i] + k]
            filled[token] += 1
    return Index(threshold, begin, mass, first, rest, behind, opens, holder, reach)


def meet(texts: Texts, index: Index, x: int, scratch: Scratch) -> tuple[int, float]:
    """Find the members that text x may qualify with; returns their number, and the rest of x that was not asked for."""
    m, met = texts.mass[x], 0
    low = lightest_partner(index, m)
    if low == len(index.mass):
        return 0, m
    rest, least = m, need(index.threshold, index.mass[low], m)
    for k in range(texts.starts[x], texts.starts[x + 1]):
        if rest < least:
            break
        token = texts.tokens[k]
        weight = texts.weight[token]
        for entry in range(index.opens[token], index.opens[token + 1]):
            i = index.holder[entry]
            if index.begin + i >= x:
                break
            if scratch.common[i] == 0:
                if min(rest, index.reach[entry]) < need(index.threshold, index.mass[i], m):
                    continue
                scratch.met[met] = i
                met += 1
            scratch.common[i] += weight
        rest -= weight
    return met, rest


def shared_mass(texts: Texts, index: Index, i: int, asked: NDArray[np.bool_], enough: float) -> float:
    """Add up what member i shares with the query; stops when ``enough`` is out of reach."""
    begin, shared = texts.starts[index.begin + i], 0.0
    for k in range(index.first[i + 1] - index.first[i] - 1):
        if shared + index.rest[index.first[i] + k] < enough:
            break
        token = texts.tokens[begin + k]
        if asked[token]:
            shared += texts.weight[token]
    return shared


def mark(asked: NDArray[np.bool_], tokens: NDArray[np.int32], value: bool) -> None:
    """Set what ``asked`` says of some tokens."""
    for token in tokens:
        asked[token] = value


def probe(
    texts: Texts, index: Index, stretch: tuple[int, int], scratch: Scratch, buffer: Buffer
) -> tuple[int, int]:
    """Ask the index for the partners of a stretch of texts, from its first number to before its second.

    Returns the number of pairs that were put into the buffer, and the text to go on with: it stops early where the
    buffer, which must have room for a pair with every member, might overflow.
    """
    size, found = len(index.mass), 0
    first, last = stretch
    for x in range(first, last):
        if found + size > len(buffer.left):
            return found, x
        met, behind = meet(texts, index, x, scratch)
        tokens = texts.tokens[texts.starts[x] : texts.starts[x + 1]]
        if met:
            mark(scratch.asked, tokens, True)
        for i in scratch.met[:met]:
            y, enough = index.begin + i, need(index.threshold, index.mass[i], texts.mass[x])
            within_reach = scratch.common[i] + max(behind, index.behind[i]) >= enough
            scratch.common[i] = 0
            if not within_reach or (texts.sole[x] == texts.sole[y] and texts.sole[x] >= 0):
                continue
            shared = shared_mass(texts, index, i, scratch.asked, enough)
            if shared >= enough:
                buffer.left[found], buffer.right[found], buffer.shared[found] = y, x, shared
                found += 1
        if met:
            mark(scratch.asked, tokens, False)
    return found, last
