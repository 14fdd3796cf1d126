"""Lists that two texts print in the same words (居民小区、小商店、小餐馆)."""

from collections.abc import Iterator, Sequence

from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.claims.claim_sentences import clause_told
from dutygraph.graph.analysis.overlap.wording.common_phrases import common_phrases
from dutygraph.graph.analysis.overlap.wording.noun_phrases import noun_phrases

LONGEST_LIST = 16
"""Greatest length of a list in characters, that it can be called a name."""
_JOINS = frozenset("、和及与")


def list_around(phrase: str, left: str, right: str) -> str:
    """Return the list around a phrase that two texts without white space print in the same words, else the phrase."""
    return max((_grown(phrase, text, other) for text, other in ((left, right), (right, left))), key=len)


def common_list(words: Sequence[Sequence[str]], claims: Sequence[Claim]) -> str:
    """Return the list that two clauses print around what words of either have in common (高考、中考); "" if none is."""
    texts = list(map(clause_told, claims))
    parts = (
        phrase.text
        for phrase in common_phrases(*texts)
        if all(any(phrase.text in word for word in of_claim) for of_claim in words)
    )
    lists = (name for part in parts if (name := list_around(part, *texts)) != part)
    return max(lists, key=len, default="")


def _grown(phrase: str, text: str, other: str) -> str:
    """Return a phrase with the members before and behind it in a text, as far as the other text prints them as well."""
    members = [member for member in noun_phrases(text) if member in other]
    name = phrase
    while longer := next(
        (one for one in _longer(name, text, members) if one in other and len(one) <= LONGEST_LIST), ""
    ):
        name = longer
    return name


def _longer(name: str, text: str, members: list[str]) -> Iterator[str]:
    """Yield the lists of a text that hold one more member than a name does."""
    start = text.find(name)
    end = start + len(name)
    if start > 0 and text[start - 1] in _JOINS:
        yield from (
            member + text[start - 1 : end] for member in members if text.endswith(member, 0, start - 1)
        )
    if text[end : end + 1] in _JOINS:
        yield from (text[start : end + 1] + member for member in members if text.startswith(member, end + 1))
