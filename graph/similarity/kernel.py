"""The inner loops of the join, compiled: an index of some texts, its members, that all others ask for their partners.

Let m be the mass of a text and o the mass of the tokens that two texts share. Each measure says which pairs qualify by
one function: those with o >= need(m, n). It is symmetric, grows with m and n, and need(m, n) / m does not.

Why no pair is missed. All texts hold their tokens in one order; the *rest* of a text at a token is the mass from that
token on. Let the query x and the member y qualify, and let w be the first token that they share. All that they share
stands at w or behind it, so the rest of x at w and the rest of y at w are both at least o >= need(m_x, m_y).

1. Members with need(m_y, m_x) > m_y >= o cannot qualify. They are the lightest, so search begins at the first other.
2. The index holds y under its tokens up to where its rest falls below its need with its lightest possible partner, and
   x asks for its tokens up to where its rest falls below its need with the lightest member from (1) on. Neither need is
   above need(m_x, m_y), for need grows with both masses. So x meets y under w, and under no token before.
3. When x first meets y, it drops y if either rest is below need(m_x, m_y); at w neither is. From then on the tokens
   under which they meet are added up.
4. What they share beyond that stands behind the part of x that was asked for, or behind the part of y that is indexed;
   it begins at one of its tokens, where x or y has less than the rest behind that part. So it is at most the greater of
   these two rests. If it cannot fill the gap to need(m_x, m_y), y is dropped.
5. For what is left o is added up anew; that ends early when o so far and the rest of y are together below the need.

Why every run gives the same. Weights are multiples of 2**-16, so masses are sums without rounding, in any order. Only
``need`` rounds, and its operations keep order; the threshold is lowered beforehand by far more than that, so that
rounding never loses a tie.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dutygraph.graph.similarity.compiling import compiled

COSINE, CONTAINMENT, JACCARD = range(3)


class Texts(NamedTuple):
    """Texts by ascending mass, as in a corpus."""

    starts: NDArray[np.int64]
    tokens: NDArray[np.int32]
    weight: NDArray[np.float64]
    mass: NDArray[np.float64]
    sole: NDArray[np.int32]
    """Pairs of texts with the same number here do not count, unless it is negative."""
    chosen: NDArray[np.bool_]
    """Which texts are members of one index or another: their pairs count once, when the greater number asks."""


class Rule(NamedTuple):
    """When a pair qualifies."""

    measure: int
    threshold: float


class Index(NamedTuple):
    """Some texts, its members, by token."""

    member: NDArray[np.int64]
    """The number of each member's text, ascending."""
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
    """What a thread remembers about one query; clean between queries."""

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


@compiled
def need(rule: Rule, m: float, n: float) -> float:
    """Return the mass that two texts of mass m and n must share to qualify."""
    if rule.measure == COSINE:
        return rule.threshold * float(np.sqrt(m * n))
    if rule.measure == CONTAINMENT:
        return rule.threshold * min(m, n)
    return rule.threshold / (1 + rule.threshold) * (m + n)


@compiled
def lightest_partner(rule: Rule, masses: NDArray[np.float64], m: float) -> int:
    """Return the place of the first of ascending masses that can share enough with a text of mass m; never a 0."""
    low, high = 0, len(masses)
    while low < high:
        middle = (low + high) // 2
        if 0 < need(rule, masses[middle], m) <= masses[middle]:
            high = middle
        else:
            low = middle + 1
    return low


@compiled
def build_index(texts: Texts, rule: Rule, member: NDArray[np.int64], alone: bool) -> Index:
    """Index some texts; ``alone`` says that no text that is lighter than a member will ask for it.

    All loops are plain, because numba takes seconds to compile expressions of whole arrays.
    """
    mass = np.empty(len(member))
    first = np.zeros(len(member) + 1, np.int64)
    for i in range(len(member)):
        mass[i] = texts.mass[member[i]]
        first[i + 1] = first[i] + texts.starts[member[i] + 1] - texts.starts[member[i]] + 1
    rest, behind = np.zeros(first[-1]), np.zeros(len(member))
    indexed = np.zeros(len(member), np.int64)
    opens = np.zeros(len(texts.weight) + 1, np.int64)
    for i in range(len(member)):
        tokens = texts.tokens[texts.starts[member[i]] : texts.starts[member[i] + 1]]
        lightest = mass[i] if alone else texts.mass[lightest_partner(rule, texts.mass, mass[i])]
        least = need(rule, mass[i], lightest)
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
    for i in range(len(member)):
        for k in range(indexed[i]):
            token = texts.tokens[texts.starts[member[i]] + k]
            holder[filled[token]], reach[filled[token]] = i, rest[first[i] + k]
            filled[token] += 1
    return Index(member, mass, first, rest, behind, opens, holder, reach)


@compiled
def meet(texts: Texts, index: Index, rule: Rule, x: int, scratch: Scratch) -> tuple[int, float]:
    """Find the members that text x may qualify with; returns their number, and the rest of x that was not asked for."""
    m, met = texts.mass[x], 0
    low = lightest_partner(rule, index.mass, m)
    if low == len(index.member):
        return 0, m
    rest, least = m, need(rule, index.mass[low], m)
    for k in range(texts.starts[x], texts.starts[x + 1]):
        if rest < least:
            break
        token = texts.tokens[k]
        weight = texts.weight[token]
        for entry in range(index.opens[token], index.opens[token + 1]):
            i = index.holder[entry]
            if texts.chosen[x] and index.member[i] >= x:
                break
            if scratch.common[i] == 0:
                if min(rest, index.reach[entry]) < need(rule, index.mass[i], m):
                    continue
                scratch.met[met] = i
                met += 1
            scratch.common[i] += weight
        rest -= weight
    return met, rest


@compiled
def shared_mass(texts: Texts, index: Index, i: int, asked: NDArray[np.bool_], enough: float) -> float:
    """Add up what member i shares with the query; stops when ``enough`` is out of reach."""
    begin, shared = texts.starts[index.member[i]], 0.0
    for k in range(index.first[i + 1] - index.first[i] - 1):
        if shared + index.rest[index.first[i] + k] < enough:
            break
        token = texts.tokens[begin + k]
        if asked[token]:
            shared += texts.weight[token]
    return shared


@compiled
def mark(asked: NDArray[np.bool_], tokens: NDArray[np.int32], value: bool) -> None:
    """Set what ``asked`` says of some tokens."""
    for token in tokens:
        asked[token] = value


@compiled
def probe(texts: Texts, index: Index, rule: Rule, first: int, last: int, buffer: Buffer) -> tuple[int, int]:
    """Ask the index for the partners of the texts from ``first`` to before ``last``.

    Returns the number of pairs that were put into the buffer, and the text to go on with: it stops early where the
    buffer, which must have room for a pair with every member, might overflow.
    """
    size, found = len(index.member), 0
    scratch = Scratch(np.empty(size, np.int32), np.zeros(size), np.zeros(len(texts.weight), np.bool_))
    for x in range(first, last):
        if found + size > len(buffer.left):
            return found, x
        met, behind = meet(texts, index, rule, x, scratch)
        tokens = texts.tokens[texts.starts[x] : texts.starts[x + 1]]
        if met:
            mark(scratch.asked, tokens, True)
        for i in scratch.met[:met]:
            y, enough = index.member[i], need(rule, index.mass[i], texts.mass[x])
            within_reach = scratch.common[i] + max(behind, index.behind[i]) >= enough
            scratch.common[i] = 0
            if not within_reach or (texts.sole[x] == texts.sole[y] and texts.sole[x] >= 0):
                continue
            shared = shared_mass(texts, index, i, scratch.asked, enough)
            if shared >= enough:
                buffer.left[found], buffer.right[found], buffer.shared[found] = min(x, y), max(x, y), shared
                found += 1
        if met:
            mark(scratch.asked, tokens, False)
    return found, last
