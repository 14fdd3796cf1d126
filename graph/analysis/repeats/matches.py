"""Excerpts that list the same work: equal texts, and clauses in nearly the same words about the same thing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dutygraph.graph.analysis.bounds import Bound
from dutygraph.graph.analysis.language.clauses import cut
from dutygraph.graph.analysis.language.own_acts import limits_differ
from dutygraph.graph.analysis.language.wording import (
    Wording,
    strip_formulas,
    strip_scope_and_manner,
    wording_of,
)
from dutygraph.graph.analysis.repeats.region_statements import RegionStatement
from dutygraph.graph.identity import normalised
from dutygraph.graph.similarity.corpus import build_corpus
from dutygraph.graph.similarity.join import similar_pairs
from dutygraph.graph.similarity.pairs import number_of_originals, original_pairs

LEAST = 0.7
"""Least cosine of two clauses without formulas. In real lists most pairs between 0.7 and 0.8 are a part and its whole
(内部审计 of 审计), and nearly all above are the same work."""

_BLOCK = 10_000
"""Pairs looked at beyond twice those for which there is room: of equal texts half are the other half turned round."""
_ENOUGH = 8
"""Least number of characters, formulas apart, of a clause that is clear without its neighbours; 协调解决重大问题 is not."""
_GOES_ON = ("并", "其", "以及")
"""Beginnings of a clause that depends on the one before it."""
_SAYS_NO_ACT = frozenset({"manage", "coordinate", "advise"})
"""Acts of the taxonomy that go with any other (负责、组织、研究)."""
_DRAFT = re.compile("拟订|拟定|制定|制订|编制|草拟|起草")
"""Words for the same act."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The text of a statement, or a clause of it; ``number`` is the place of the statement in what is compared."""

    number: int
    statement: RegionStatement
    text: str


RepeatGroup = list[Excerpt]
"""Excerpts that list the same work, in order."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two excerpts that list the same work, and the cosine of their texts."""

    left: Excerpt
    right: Excerpt
    score: float


def within_lists(statements: Sequence[RegionStatement], bound: Bound) -> Iterator[Match]:
    """Yield the matches within the list of one body; a duty and its own task may be a match."""
    yield from _equal(statements)
    excerpts = clause_excerpts(statements)
    first = first_of_each(excerpts)
    for again in excerpts:
        before = first[again.statement.body, again.text]
        if before.number != again.number:
            yield Match(before, again, 1.0)
    bodies = {
        body: number for number, body in enumerate(dict.fromkeys(statement.body for statement in statements))
    }
    distinct = list(first.values())
    owners = [bodies[excerpt.statement.body] for excerpt in distinct]
    for match in similar_excerpts(distinct, owners, bound, within=True):
        if match.left.statement.body == match.right.statement.body:
            yield match


def first_of_each(excerpts: Iterable[Excerpt]) -> dict[tuple[str, str], Excerpt]:
    """Return the first excerpt of each pair of body and text, since a list may repeat a text a thousand times."""
    first: dict[tuple[str, str], Excerpt] = {}
    for excerpt in excerpts:
        first.setdefault((excerpt.statement.body, excerpt.text), excerpt)
    return first


def clause_excerpts(statements: Sequence[RegionStatement]) -> list[Excerpt]:
    """Return the clauses of duties and tasks that are no formulas and are clear without their neighbours."""
    excerpts = []
    for number, statement in enumerate(statements):
        texts = cut(statement.name).clauses if statement.is_work else ()
        clear = [text for text in texts if len(texts) == 1 or _stands_alone(text)]
        excerpts += [Excerpt(number, statement, text) for text in clear]
    return excerpts


def similar_excerpts(
    excerpts: Sequence[Excerpt], groups: Sequence[int], bound: Bound, *, within: bool = False
) -> Iterator[Match]:
    """Yield matches between excerpts of different groups, with ``within`` also of one group; ``groups[n]`` is that of n."""
    corpus = build_corpus([strip_formulas(excerpt.text) for excerpt in excerpts], groups)
    for chunk in similar_pairs(corpus, LEAST, within=within):
        most = 2 * bound.room + _BLOCK
        pairs = original_pairs(corpus, chunk, within=within, most=most)
        for left, right, score in bound.pairs(zip(*(column.tolist() for column in pairs), strict=True)):
            match = Match(excerpts[left], excerpts[right], score)
            if match.left.number != match.right.number and same_work(match.left.text, match.right.text):
                yield match
        if number_of_originals(corpus, chunk) > most:
            bound.reached = "pairs"
        if bound.reached:
            return


def same_work(left: str, right: str) -> bool:
    """Whether two texts have the same acts, things and limits, and the characters of one are among those of the other.

    One text may say more than the other, but not something else in its place: with 备案 in one and 年检 in the other, or
    区政府 and 市政府, or 社会组织 and 社会工作, the work differs however alike the rest is.
    """
    one_contains_the_other = _characters(left) <= _characters(right) or _characters(right) <= _characters(
        left
    )
    wordings = wording_of(left), wording_of(right)
    same_acts = distinguishing_acts(wordings[0]) == distinguishing_acts(wordings[1])
    one, other = (wording.concepts for wording in wordings)
    other_things = bool(one - other and other - one)
    return one_contains_the_other and same_acts and not other_things and not limits_differ(*wordings)


def distinguishing_acts(wording: Wording) -> frozenset[str]:
    """Return the acts of a text without manage, coordinate and advise, unless it has no others."""
    return wording.acts - _SAYS_NO_ACT or wording.acts


def _equal(statements: Sequence[RegionStatement]) -> Iterator[Match]:
    """Yield matches between equal texts, punctuation apart, that are no formulas; duties and tasks count as one kind."""
    first: dict[tuple[str, str, str], Excerpt] = {}
    for number, statement in enumerate(statements):
        if not statement.is_work or cut(statement.name).clauses:
            kind = "" if statement.is_work else statement.ref.label
            excerpt = Excerpt(number, statement, statement.name)
            key = (statement.body, kind, normalised(statement.name + statement.more))
            before = first.setdefault(key, excerpt)
            if before is not excerpt:
                yield Match(before, excerpt, 1.0)


def _stands_alone(text: str) -> bool:
    return len(strip_scope_and_manner(text)) >= _ENOUGH and not text.startswith(_GOES_ON)


@lru_cache(maxsize=50_000)
def _characters(text: str) -> frozenset[str]:
    return frozenset(strip_scope_and_manner(_DRAFT.sub("拟", text)))
