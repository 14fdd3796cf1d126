"""Which passages say the same work: equal texts, and clauses in nearly the same words about the same thing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dutygraph.graph.analysis.language.clauses import cut
from dutygraph.graph.analysis.language.own_acts import divided
from dutygraph.graph.analysis.language.wording import Wording, bare, content, wording
from dutygraph.graph.analysis.repeats.region_statements import Statement
from dutygraph.graph.identity import normalised
from dutygraph.graph.similarity.corpus import build_corpus
from dutygraph.graph.similarity.join import similar_pairs
from dutygraph.graph.similarity.pairs import original_pairs

LEAST = 0.7
"""Least cosine of the words that two clauses are about. In real lists most of what lies between 0.7 and 0.8 is a part of
the other (内部审计 of 审计), and nearly all above is the same."""

_ENOUGH = 8
"""Characters, formulas apart, from which a clause among others can be told without these; 协调解决重大问题 cannot."""
_GOES_ON = ("并", "其", "以及")
"""A clause that begins so hangs on the one before it."""
_SAYS_NO_ACT = frozenset({"manage", "coordinate", "advise"})
"""Acts of the taxonomy that go with any other (负责、组织、研究)."""
_DRAFT = re.compile("拟订|拟定|制定|制订|编制|草拟|起草")
"""Words for one and the same act."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement, or a clause of it, in its place among all that is compared."""

    number: int
    statement: Statement
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """Two passages that say the same, and how far in the same words, from 0 to 1."""

    one: Passage
    other: Passage
    score: float


def within_lists(statements: Sequence[Statement]) -> Iterator[Match]:
    """Yield what one body says more than once; a duty and its own task may be among it."""
    yield from _equal(statements)
    said = clauses(statements)
    first = first_of_each(said)
    for again in said:
        before = first[again.statement.body, again.text]
        if before.number != again.number:
            yield Match(before, again, 1.0)
    bodies = {body: number for number, body in enumerate(dict.fromkeys(one.body for one in statements))}
    distinct = list(first.values())
    for match in alike(distinct, [bodies[one.statement.body] for one in distinct], within=True):
        if match.one.statement.body == match.other.statement.body:
            yield match


def first_of_each(said: Iterable[Passage]) -> dict[tuple[str, str], Passage]:
    """Return the first passage of each body with each text: a list may say one thing a thousand times."""
    first: dict[tuple[str, str], Passage] = {}
    for one in said:
        first.setdefault((one.statement.body, one.text), one)
    return first


def clauses(statements: Sequence[Statement]) -> list[Passage]:
    """Return those clauses of duties and tasks that are no formulas and can be understood by themselves."""
    found = []
    for number, one in enumerate(statements):
        texts = cut(one.name).clauses if one.is_work else ()
        found += [Passage(number, one, text) for text in texts if len(texts) == 1 or _tells(text)]
    return found


def alike(said: Sequence[Passage], groups: Sequence[int], *, within: bool = False) -> Iterator[Match]:
    """Yield the passages of different groups (``within``: of one group, too) that say the same work."""
    corpus = build_corpus([content(one.text) for one in said], groups)
    for found in similar_pairs(corpus, LEAST, within=within):
        pairs = original_pairs(corpus, found, within=within)
        for one, other, score in zip(*(column.tolist() for column in pairs), strict=True):
            match = Match(said[one], said[other], score)
            if match.one.number != match.other.number and same_work(match.one.text, match.other.text):
                yield match


def same_work(one: str, other: str) -> bool:
    """Whether neither text names another act or thing than the other, or limits the work in another way.

    One may say more than the other, but not something in its place: 备案 in the one and 年检 in the other, 区政府 and
    市政府, are two things, however alike the rest.
    """
    first, second = wording(one), wording(other)
    mine, others = _characters(one), _characters(other)
    nothing_replaced = mine <= others or others <= mine
    return nothing_replaced and acts(first) == acts(second) and not divided(first, second)


def acts(said: Wording) -> frozenset[str]:
    """Return the acts of a text; those that go with any other count only by themselves."""
    return said.acts - _SAYS_NO_ACT or said.acts


def _equal(statements: Sequence[Statement]) -> Iterator[Match]:
    """Equal but for punctuation, and more than what any duty says; duties and tasks are of one kind."""
    first: dict[tuple[str, str, str], Passage] = {}
    for number, one in enumerate(statements):
        if not one.is_work or cut(one.name).clauses:
            kind = "" if one.is_work else one.ref.label
            passage = Passage(number, one, one.name)
            before = first.setdefault((one.body, kind, normalised(one.name + one.more)), passage)
            if before is not passage:
                yield Match(before, passage, 1.0)


def _tells(text: str) -> bool:
    return len(bare(text)) >= _ENOUGH and not text.startswith(_GOES_ON)


@lru_cache(maxsize=50_000)
def _characters(text: str) -> frozenset[str]:
    return frozenset(bare(_DRAFT.sub("拟", text)))
