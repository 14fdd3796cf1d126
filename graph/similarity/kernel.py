"""The inner loops of the join, compiled: one index of some texts, probed by many.

Let m be the mass of a text and o the mass of the tokens that two texts share. Every measure says when a pair
qualifies by one function: o >= need(m, n), which is symmetric and grows with m and with n.

Why no pair is missed. All texts hold their tokens in one order, and the *rest* of a text at a token is the mass from
that token on. Let w be the first token that x and y share. Everything they share stands at w or after it, so
o <= rest of x at w, and o <= rest of y at w. If the pair qualifies, both rests are at least need(m_x, m_y). Hence it
is found although
- the index holds y only under tokens where y's rest is at least ``need(m_y, least partner)``, the least that any
  partner asks of it, and x asks only for tokens where its rest is at least its need with the lightest member that can
  qualify: neither is above need(m_x, m_y), as need grows with both masses; so both reach w;
- members with need(m_y, m_x) > m_y are passed over: o <= m_y. They are the lightest, as need grows more slowly than m;
- a member is looked at only once, under the first token it is met at: as tokens are tried in their order that is w;
- counting from w on ends as soon as o so far and the rest of y from here on are together below the need.

Why it is the same every time: weights are multiples of 2**-16, so masses are sums without rounding. Only ``need``
rounds; the threshold is lowered by 1e-9 of itself before, so that a tie is never lost to that.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from graph.similarity.compiling import compiled

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
    first: NDArray[np.int64]
    """Where each member's tokens begin in ``rest``."""
    rest: NDArray[np.float64]
    """For each token of each member the mass from it on, and a 0 after the member's last."""
    opens: NDArray[np.int64]
    """Where the entries of each token begin in ``holder`` and ``at``."""
    holder: NDArray[np.int32]
    """Entries: which member has the token."""
    at: NDArray[np.int32]
    """Entries: as which of its tokens."""


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
    """Index some texts; ``alone`` says that no lighter text than itself will ask for a member."""
    first = np.zeros(len(member) + 1, np.int64)
    for i in range(len(member)):
        first[i + 1] = first[i] + texts.starts[member[i] + 1] - texts.starts[member[i]] + 1
    rest = np.zeros(first[-1])
    prefix = np.zeros(len(member), np.int64)
    opens = np.zeros(len(texts.weight) + 1, np.int64)
    for i in range(len(member)):
        begin, end = texts.starts[member[i]], texts.starts[member[i] + 1]
        m = texts.mass[member[i]]
        least = m if alone else texts.mass[lightest_partner(rule, texts.mass, m)]
        bound = need(rule, m, least)
        for k in range(end - begin - 1, -1, -1):
            rest[first[i] + k] = rest[first[i] + k + 1] + texts.weight[texts.tokens[begin + k]]
            if rest[first[i] + k] >= bound:
                prefix[i] = max(prefix[i], k + 1)
                opens[texts.tokens[begin + k] + 1] += 1
    opens = np.cumsum(opens)
    filled = opens[:-1].copy()
    holder, at = np.empty(opens[-1], np.int32), np.empty(opens[-1], np.int32)
    for i in range(len(member)):
        begin = texts.starts[member[i]]
        for k in range(prefix[i]):
            token = texts.tokens[begin + k]
            holder[filled[token]], at[filled[token]] = i, k
            filled[token] += 1
    return Index(member, texts.mass[member], first, rest, opens, holder, at)


@compiled
def shared_mass(
    texts: Texts, index: Index, of_query: NDArray[np.float64], i: int, at: int, least: float
) -> float:
    """Add up what member i shares with the query from its token ``at`` on; stops when ``least`` is out of reach."""
    begin, rest, shared = texts.starts[index.member[i]], index.first[i], 0.0
    for k in range(at, texts.starts[index.member[i] + 1] - begin):
        if shared + index.rest[rest + k] < least:
            break
        shared += of_query[texts.tokens[begin + k]]
    return shared


@compiled
def probe(texts: Texts, index: Index, rule: Rule, first: int, last: int, buffer: Buffer) -> tuple[int, int]:
    """Ask the index for the partners of the texts from ``first`` to before ``last``.

    Returns the number of pairs that were put into the buffer, and the text to go on with: it stops early where the
    buffer, which must have room for a pair with every member, might overflow.
    """
    seen = np.full(len(index.member), -1, np.int64)
    of_query = np.zeros(len(texts.weight))
    found = 0
    for x in range(first, last):
        if found + len(index.member) > len(buffer.left):
            return found, x
        begin, end, m = texts.starts[x], texts.starts[x + 1], texts.mass[x]
        low = lightest_partner(rule, index.mass, m)
        if low == len(index.member):
            continue
        least, rest, spread = need(rule, index.mass[low], m), m, False
        for k in range(begin, end):
            if rest < least:
                break
            token = texts.tokens[k]
            for entry in range(index.opens[token], index.opens[token + 1]):
                i = index.holder[entry]
                y = index.member[i]
                if texts.chosen[x] and y >= x:
                    break
                if i < low or seen[i] == x:
                    continue
                seen[i] = x
                if texts.sole[x] == texts.sole[y] and texts.sole[x] >= 0:
                    continue
                enough = need(rule, index.mass[i], m)
                if min(rest, index.rest[index.first[i] + index.at[entry]]) < enough:
                    continue
                if not spread:
                    spread = True
                    for other in range(begin, end):
                        of_query[texts.tokens[other]] = texts.weight[texts.tokens[other]]
                shared = shared_mass(texts, index, of_query, i, index.at[entry], enough)
                if shared >= enough:
                    buffer.left[found], buffer.right[found], buffer.shared[found] = (
                        min(x, y),
                        max(x, y),
                        shared,
                    )
                    found += 1
            rest -= texts.weight[token]
        if spread:
            for other in range(begin, end):
                of_query[texts.tokens[other]] = 0.0
    return found, last
