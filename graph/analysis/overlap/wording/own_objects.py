"""What either of two claims calls its object, where they print nothing in common that names it."""

import re
from collections.abc import Sequence

from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.claims.claim_sentences import clause_told
from dutygraph.graph.analysis.overlap.pairs.relations import SharedObject
from dutygraph.graph.analysis.overlap.wording.common_phrases import LONGEST, is_empty, is_name
from dutygraph.graph.analysis.overlap.wording.name_kinds import is_place, is_target, is_wide
from dutygraph.graph.analysis.overlap.wording.noun_phrases import names_body, noun_phrases, whole_phrase

_WHEN = re.compile("[每月春夏秋冬]|学期|半年|期间|时段|季度|年度$")
"""What is in words for a time (每学期)."""
_WHO = "者"
"""What makes people of an act (零售者)."""
_BEHIND = frozenset("、，。；：和及与等的（")
"""Characters behind a member of a list that is told whole."""
BETWEEN = "／"
"""What stands between the names of one thing, or of two things."""


def object_of_each(claims: Sequence[Claim], shared: SharedObject | None, taxonomy: Taxonomy) -> str:
    """Return what two claims call the object that they share, or what either is about (充电棚／充电场所).

    Of two names of which one holds the other it is the longer one, unless the shorter is that of a whole field: then the
    claim is about a thing of its own in it.
    """
    names = [_named(claim, shared, taxonomy) for claim in claims]
    own = [_own_object(claim, taxonomy) for claim in claims]
    if any(is_place(name, taxonomy) for name in names) and not any(is_place(one, taxonomy) for one in own):
        names = own
    for place in range(len(names)):
        other = names[1 - place]
        if names[place] in other and is_wide(names[place], taxonomy):
            names[place] = other if is_target(own[place], taxonomy) else own[place]
    longest = max(names, key=len)
    if all(name in longest for name in names):
        return longest
    return BETWEEN.join(names)


def _named(claim: Claim, shared: SharedObject | None, taxonomy: Taxonomy) -> str:
    """Return the phrase around a word of a claim for a shared object; what it is about where none is but of a field."""
    text = clause_told(claim)
    words = (
        word
        for concept in dict.fromkeys((shared.inner, shared.concept) if shared else ())
        for word in claim.objects.get(concept, ())
        if word in text
    )
    phrases = (
        phrase
        for word in words
        for phrase in (whole_phrase(text, word),)
        if not (is_wide(word, taxonomy) and phrase.endswith(word))
    )
    return next(phrases, "") or _own_object(claim, taxonomy)


def _own_object(claim: Claim, taxonomy: Taxonomy) -> str:
    """Return what a claim is about: the phrase around the head of its object, else the first thing that it names.

    A place or people only where nothing else is named.
    """
    text, thing = clause_told(claim), claim.frame.object
    named = whole_phrase(text, thing.head) if thing.head else ""
    good = named and (is_name(named) or (named != thing.head and not is_empty(named)))
    good = good and not is_wide(named, taxonomy)
    phrases = [named] if good else []
    phrases += [
        phrase
        for phrase in noun_phrases("".join(thing.text.split()))
        if is_name(phrase) and not (names_body(phrase) or _WHEN.search(phrase) or f"{phrase}{_WHO}" in text)
    ]
    things = (phrase for phrase in phrases if not is_target(phrase, taxonomy))
    if found := next(things, next(iter(phrases), "")):
        return _with_members(found, text)
    return thing.text if 0 < len(thing.text) <= LONGEST else thing.head or text[:LONGEST]


def _with_members(phrase: str, text: str) -> str:
    """Return a phrase with the further members of the list that it begins (大米、小麦粉), as far as the name stays short."""
    end = text.find(phrase) + len(phrase)
    for member in noun_phrases(text[end:]):
        longer = f"{phrase}、{member}"
        start = text.find(phrase)
        whole = not text[start + len(longer) :] or text[start + len(longer)] in _BEHIND
        if not (text.startswith(longer, start) and whole) or len(longer) > LONGEST:
            break
        phrase = longer
    return phrase
