"""What the thing is called that two claims share, as their texts print it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.claims.claim_sentences import sentence_at
from dutygraph.graph.analysis.overlap.claims.printed_sentences import own_work
from dutygraph.graph.analysis.overlap.pairs.relations import SharedObject
from dutygraph.graph.analysis.overlap.pairs.score import Score
from dutygraph.graph.analysis.overlap.wording.common_lists import common_list
from dutygraph.graph.analysis.overlap.wording.common_phrases import (
    LONGEST,
    CommonPhrase,
    common_phrases,
    is_empty,
)
from dutygraph.graph.analysis.overlap.wording.fuller_names import shared_name
from dutygraph.graph.analysis.overlap.wording.name_kinds import is_target
from dutygraph.graph.analysis.overlap.wording.noun_phrases import names_body
from dutygraph.graph.analysis.overlap.wording.own_objects import object_of_each

_MOST_OBJECTS = 3
"""So many shared objects are looked at for a name."""
_AS_MUCH = 0.85
"""Least ratio of the value of a shared object to that of the first one, to be named instead of it."""
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class _Known:
    """A word that names a shared object in one of two texts."""

    word: str
    shared: SharedObject
    concept: str


def object_wording(score: Score, claims: Sequence[Claim], taxonomy: Taxonomy) -> Bilingual:
    """Return what two claims share: as their texts print it in Chinese, as the taxonomy calls it in English.

    That is the phrase that both print and that names the shared object, in their objects if possible, else in their
    clauses, and as much more as both print of it. Where both print only a qualifier of different things (中央预算内), or
    nothing in common, it is what either of them calls it (充电棚／充电场所).
    """
    known = _known_words(score.shared[:_MOST_OBJECTS], claims)
    phrase = _in_common(known, claims) if known else _telling(score, claims, taxonomy)
    name = shared_name(phrase, claims, taxonomy) if phrase else ""
    name = (
        name
        or common_list(_words_of_each(known, claims), claims)
        or object_of_each(claims, known[0].shared if known else None, taxonomy)
    )
    return Bilingual(name, _english(name, known, claims, taxonomy))


def _known_words(shared: Sequence[SharedObject], claims: Sequence[Claim]) -> list[_Known]:
    """Return the words of the shared objects that count about as much as the first one."""
    return [
        _Known(word, one, name)
        for one in shared
        if one.value >= _AS_MUCH * shared[0].value
        for name in dict.fromkeys((one.inner, one.concept))
        for claim in claims
        for word in claim.objects.get(name, ())
    ]


def _in_common(known: Sequence[_Known], claims: Sequence[Claim]) -> str:
    """Return the best phrase that both texts print, "" if none names what they share.

    Where a clause does not print the thing, since the one before it does (引进新技术，试验和推广), the sentences may.
    """
    acts = {act for claim in claims for act in claim.frame.acts}
    regions = 2 if all(_words_of_each(known, claims)) else None
    found = [
        (round(named.shared.value, 2), len(phrase.text), -place, phrase.text)
        for texts in islice(_regions(claims), regions)
        for phrase in common_phrases(*texts)
        for place, named in enumerate(known)
        if named.word in phrase.text and _is_name(phrase, named.word, acts)
    ]
    return max(found, default=("",))[-1]


def _words_of_each(known: Sequence[_Known], claims: Sequence[Claim]) -> list[list[str]]:
    """Return the words by which either claim names the first shared object."""
    first = [one.word for one in known if one.shared is known[0].shared]
    return [[word for word in first if word in claim.clause.text] for claim in claims]


def _regions(claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """Yield the texts in which a name is looked for: the objects, the clauses, the sentences."""
    for region in (_object_text, lambda claim: claim.clause.text, lambda claim: sentence_at(claim)[1]):
        left, right = map(region, claims)
        yield own_work(left), own_work(right)


def _object_text(claim: Claim) -> str:
    """Return the object of a claim with its acts close behind it, as printed; of a case, which has none, nothing."""
    if claim.case:
        return ""
    printed = "".join(claim.clause.text.split())
    start = printed.find(claim.frame.object.text)
    end = start + len(claim.frame.object.text)
    acts = (printed.find(act, end) + len(act) for act in claim.frame.acts if act in printed[end:])
    return printed[start : max((behind for behind in acts if behind - end <= LONGEST), default=end)]


def _is_name(phrase: CommonPhrase, word: str, acts: Collection[str]) -> bool:
    """Whether a phrase tells no more than a name: around the known word in it stands no act."""
    begins = phrase.text.startswith(word) or not (phrase.first.kind == "verb" or is_empty(phrase.first.text))
    says_deed = phrase.last.text in acts or phrase.last.tag[:1] == "v"
    return begins and (not says_deed or phrase.text.endswith(word))


def _telling(score: Score, claims: Sequence[Claim], taxonomy: Taxonomy) -> str:
    """Return the longest phrase in both texts that names a thing, other than whom or where it is about; "" if none does."""
    heads = {claim.frame.object.head for claim in claims}
    for texts in _regions(claims):
        found = [
            phrase.text
            for phrase in common_phrases(*texts)
            if (phrase.names_thing or (phrase.text in heads and not phrase.only_qualifies))
            and not is_target(phrase.text, taxonomy)
            and not any(names_body(word.text) for word in (phrase.first, phrase.last))
        ]
        if found:
            return max(found, key=lambda name: (len(name), -_rank(name, score.words)))
    return ""


def _rank(name: str, words: Sequence[str]) -> int:
    """Return the place of the first word that holds a name; the rarest words come first."""
    return next((place for place, word in enumerate(words) if name in word), len(words))


def shared_words(score: Score) -> str:
    """Return the rarest words that both sentences share."""
    return "、".join(score.words[:_MOST_WORDS])


def _english(name: str, known: Sequence[_Known], claims: Sequence[Claim], taxonomy: Taxonomy) -> str:
    """Return in English what a name names, else the shared object, else what either claim is about.

    The name itself where nothing is known of it.
    """
    named = max((one for one in known if one.word in name), key=lambda one: len(one.word), default=None)
    if known:
        return taxonomy.concepts[named.concept if named else known[0].shared.inner].en
    concepts = [*taxonomy.concept_words.mentions(name), *(one for claim in claims for one in claim.objects)]
    return taxonomy.concepts[concepts[0]].en if concepts else name
