"""What the thing is called that two claims share, as their texts print it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claim_sentences import sentence_at
from dutygraph.graph.analysis.overlap.claims import Claim
from dutygraph.graph.analysis.overlap.common_phrases import LONGEST, CommonPhrase, common_phrases, is_name
from dutygraph.graph.analysis.overlap.printed_sentences import own_work
from dutygraph.graph.analysis.overlap.relations import SharedObject
from dutygraph.graph.analysis.overlap.score import Score

_MOST_OBJECTS = 3
"""So many shared objects are looked at for a name."""
_AS_MUCH = 0.85
"""Least ratio of the value of a shared object to that of the first one, to be named instead of it."""
_MOST_WORDS = 5
_TELLING = 4
"""Least length in characters of a phrase that tells by itself what two texts are about, without the taxonomy."""


@dataclass(frozen=True, slots=True)
class _Known:
    """A word that names a shared object in one of two texts."""

    word: str
    shared: SharedObject
    concept: str


def object_wording(score: Score, claims: Sequence[Claim], taxonomy: Taxonomy) -> Bilingual:
    """Return what two claims share: as their texts print it in Chinese, as the taxonomy calls it in English.

    That is the phrase that both print and that names the shared object, in their objects if possible, else in their
    clauses; else what either of them calls it (充电棚／充电场所), or the name of the object. Without a shared object it is
    what both print.
    """
    known = _known_words(score.shared[:_MOST_OBJECTS], claims)
    if known:
        name = (
            _head_of_both(claims)
            or _in_common(known, claims, taxonomy)
            or _covering(score, known, claims, taxonomy)
        )
        name = name if _both_print(name, claims) else _words_of_each(known[0].shared, claims) or name
    else:
        name = _without_known(score, claims, taxonomy)
    return Bilingual(name, _english(name, known, taxonomy))


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


def _head_of_both(claims: Sequence[Claim]) -> str:
    """Return the phrase with which both objects end (市民的诉求, 群众的诉求); "" where that tells nothing."""
    texts = [claim.frame.object.text for claim in claims if not claim.case]
    if len(texts) < len(claims):
        return ""
    found = [
        phrase.text
        for phrase in common_phrases(*texts)
        if phrase.names_thing
        and len(phrase.text) >= _TELLING
        and all(text.endswith(phrase.text) for text in texts)
    ]
    return max(found, key=len, default="")


def _in_common(known: Sequence[_Known], claims: Sequence[Claim], taxonomy: Taxonomy) -> str:
    """Return the best phrase that both texts print, "" if none names what they share."""
    acts = {act for claim in claims for act in claim.frame.acts}
    for texts in islice(_regions(claims), 2):
        found = [
            (round(named.shared.value, 2), len(phrase.text), -place, phrase.text)
            for phrase in common_phrases(*texts)
            for place, named in enumerate(known)
            if named.word in phrase.text and _is_name(phrase, named.word, acts)
        ]
        if found:
            *_, place, name = max(found)
            return _narrower(name, known, texts) or _whole(name, known[-place], claims, taxonomy) or name
    return ""


def _is_name(phrase: CommonPhrase, word: str, acts: Collection[str]) -> bool:
    """Whether a phrase tells no more than a name: around the known word in it stands no act."""
    begins = phrase.first.kind != "verb" or phrase.text.startswith(word)
    says_deed = phrase.last.text in acts or phrase.last.tag[:1] == "v"
    return begins and (not says_deed or phrase.text.endswith(word))


def _narrower(name: str, known: Sequence[_Known], texts: Sequence[str]) -> str:
    """Return the word of the narrower object that holds a name, unless it is only one of a list beside the name itself.

    福利彩票公益金 for 彩票; 药品 stays where 过期药品、麻醉药品 are listed.
    """
    for one in known:
        if one.concept == one.shared.concept or name not in one.word or len(one.word) > LONGEST:
            continue
        for text in texts:
            listed = re.search(f"[、和]{re.escape(one.word)}|{re.escape(one.word)}[^，、]{{0,2}}[、和]", text)
            if one.word in text and not (listed and name in text.replace(one.word, "")):
                return one.word
    return ""


def _whole(name: str, known: _Known, claims: Sequence[Claim], taxonomy: Taxonomy) -> str:
    """Return the name of an object that one text prints, where both have only another word of it (扬尘 for 裸土)."""
    printed = any(known.concept in claim.clause.text for claim in claims)
    part = known.concept in name or name in taxonomy.concepts[known.concept].things
    return known.concept if printed and not part else ""


def _covering(score: Score, known: Sequence[_Known], claims: Sequence[Claim], taxonomy: Taxonomy) -> str:
    """Return a name for an object that the texts print in different words."""
    shared = known[0].shared
    words = [one.word for one in known if one.concept == shared.inner and len(one.word) <= LONGEST]
    if shared.inner != shared.concept:
        return max(words, key=len, default=shared.inner)
    if same := [
        word for word in words if all(word in claim.objects.get(shared.inner, ()) for claim in claims)
    ]:
        return max(same, key=len)
    narrow = not taxonomy.concepts[shared.inner].broad and shared.inner not in taxonomy.containers
    return ("" if narrow else _telling(score, claims, taxonomy, _TELLING)) or shared.inner


def _without_known(score: Score, claims: Sequence[Claim], taxonomy: Taxonomy) -> str:
    """Return a name for what the taxonomy does not know; a short word that only the sentences share tells least."""
    name = _telling(score, claims, taxonomy)
    near = any(all(name in text for text in texts) for texts in islice(_regions(claims), 2))
    if name and (near or len(name) >= _TELLING or taxonomy.concept_words.mentions(name)):
        return name
    return _thing_of_one(claims) or name or next(iter(score.words), claims[0].clause.text[:LONGEST])


def _both_print(name: str, claims: Sequence[Claim]) -> bool:
    return all(name in "".join(sentence_at(claim)[1].split()) for claim in claims)


def _words_of_each(shared: SharedObject, claims: Sequence[Claim]) -> str:
    """Return what either claim calls a shared object, "" where one has no short word for it."""
    words = [
        max(
            (
                word
                for name in (shared.inner, shared.concept)
                for word in claim.objects.get(name, ())
                if len(word) <= LONGEST
            ),
            key=len,
            default="",
        )
        for claim in claims
    ]
    return "／".join(dict.fromkeys(words)) if all(words) else ""


def _telling(score: Score, claims: Sequence[Claim], taxonomy: Taxonomy, least: int = 2) -> str:
    """Return the longest phrase in both texts that names a thing, other than whom or where it is about; "" if none does."""
    heads = {claim.frame.object.head for claim in claims}
    for texts in _regions(claims):
        found = [
            phrase.text
            for phrase in common_phrases(*texts)
            if (phrase.names_thing or phrase.text in heads)
            and len(phrase.text) >= least
            and not _is_target(phrase.text, taxonomy)
        ]
        if found:
            return max(found, key=lambda name: (len(name), -_rank(name, score.words)))
    return ""


def _rank(name: str, words: Sequence[str]) -> int:
    """Return the place of the first word that holds a name; the rarest words come first."""
    return next((place for place, word in enumerate(words) if name in word), len(words))


def _is_target(text: str, taxonomy: Taxonomy) -> bool:
    """Whether a text names places, firms or people only."""
    named = [taxonomy.concepts[name] for name in taxonomy.concept_words.mentions(text)]
    return bool(named) and all(one.target or one.facet == "people" for one in named)


def _thing_of_one(claims: Sequence[Claim]) -> str:
    """Return the shorter of the objects, or of their heads where both are long; "" where they name nothing."""
    objects = [claim.frame.object for claim in claims if not claim.case]
    for texts in ([one.text for one in objects], [one.head or "" for one in objects]):
        names = [text for text in texts if is_name(text)]
        if names:
            return min(names, key=len)
    return ""


def shared_words(score: Score) -> str:
    """Return the rarest words that both sentences share."""
    return "、".join(score.words[:_MOST_WORDS])


def _english(name: str, known: Sequence[_Known], taxonomy: Taxonomy) -> str:
    """Return in English what a name names, else the first shared object; the name itself where nothing is known of it."""
    if not known:
        return name
    named = max((one for one in known if one.word in name), key=lambda one: len(one.word), default=None)
    return taxonomy.concepts[named.concept if named else known[0].shared.inner].en
