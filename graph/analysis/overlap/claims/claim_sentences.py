"""The sentences in which claims stand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dutygraph.graph.analysis.language.stages import Stage
from dutygraph.graph.analysis.language.wording import bigrams, subject_of
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.claims.printed_sentences import (
    is_handed_over,
    own_work,
    sentence_around,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a statement with the numbers of the claims in it."""

    text: str
    body: str
    bigrams: frozenset[str]
    """Bigrams of all of it, without formulas and carriers."""
    acts: frozenset[Stage]
    """The stages of its claims."""
    chained: bool
    """Whether it takes something over from another body, or hands it over."""
    own: bool
    """Whether it is about the body's own house."""
    claims: tuple[int, ...]


def sentences_of(claims: Sequence[Claim]) -> list[Sentence]:
    """Return the sentences of claims, in the order of their first claims."""
    standing: dict[tuple[str, int], list[int]] = defaultdict(list)
    texts: dict[tuple[str, int], str] = {}
    for number, claim in enumerate(claims):
        begin, text = sentence_at(claim)
        place = claim.statement.ref.id, begin
        standing[place].append(number)
        texts[place] = text
    return [_sentence(texts[place], numbers, claims) for place, numbers in standing.items()]


def limiting(claim: Claim) -> frozenset[str]:
    """Return the bigrams of what narrows the object of a claim."""
    return bigrams(subject_of(" ".join(claim.frame.object.limits)))


def sentence_at(claim: Claim) -> tuple[int, str]:
    """Return where the sentence of a claim begins in its statement, and the sentence."""
    clause = claim.clause
    return sentence_around(claim.statement.text, clause.start) or (clause.start, clause.text)


def clause_told(claim: Claim) -> str:
    """Return what the clause of a claim says of its body's own work, without white space."""
    return "".join(own_work(claim.clause.text).split())


def sentence_told(claim: Claim) -> str:
    """Return what the sentence of a claim says of its body's own work, without white space."""
    return "".join(own_work(sentence_at(claim)[1]).split())


def _sentence(printed: str, numbers: Sequence[int], claims: Sequence[Claim]) -> Sentence:
    here = [claims[number] for number in numbers]
    text = own_work(printed)
    return Sentence(
        text,
        here[0].statement.body,
        bigrams(subject_of(text)),
        frozenset(claim.frame.stage for claim in here if claim.says_act),
        is_handed_over(printed),
        any(claim.itself for claim in here),
        tuple(numbers),
    )
