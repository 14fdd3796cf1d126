"""Whole noun phrases: what a word of a text is part of (中央预算内投资项目 around 中央预算内)."""

import re
from collections.abc import Iterator, Sequence

from dutygraph.graph.analysis.language.enforcement import enforcing_words
from dutygraph.graph.analysis.language.frames.lexicon import load_words
from dutygraph.graph.analysis.language.frames.segmenting import tokens_of
from dutygraph.graph.analysis.language.frames.tokens import Token, text_of
from dutygraph.graph.analysis.overlap.wording.common_phrases import (
    FUNCTION_TAGS,
    LONGEST,
    NOT,
    QUALIFIER_TAGS,
)

_AREAS = frozenset("区县市省镇乡旗州本各")
"""Characters before a name that say of which area, and nothing of the thing (区防汛抗旱应急预案)."""
_SAID = frozenset({"意见", "建议", "要求", "结果"})
"""What is said of an act on a thing, and no part of the name of this (专项资金|安排意见)."""
_WHOLE = 4
"""Least length in characters of a name behind which a verb begins what happens to it (食用农产品|进入市场)."""
_OF = "的"
_BODY = re.compile("(?:政府|委员会|常委会|人大|局|部门|单位|机关)$")


def whole_phrase(text: str, word: str) -> str:
    """Return the noun phrase around the first place of a word in a text without white space, at most ``LONGEST`` characters.

    It reaches to the noun at its end (无证办班 for 无证) and to what narrows it. "" where the text does not print the word.
    """
    return next(phrases_around(text, word), "")


def phrases_around(text: str, word: str) -> Iterator[str]:
    """Yield the noun phrases around all places of a word, as ``whole_phrase`` tells them."""
    tokens = tokens_of(text)
    start = text.find(word)
    while start >= 0:
        held = [
            at for at, token in enumerate(tokens) if token.start < start + len(word) and token.end > start
        ]
        last = _to_the_right(tokens, held[0], held[-1])
        first = _to_the_left(tokens, held[0], last)
        yield text[tokens[first].start : tokens[last].end]
        start = text.find(word, start + 1)


def ends_phrase(text: str, word: str) -> bool:
    """Whether a word of a text is the end of a noun phrase in it, and no mere qualifier of what follows."""
    tokens = tokens_of(text)
    ends = {token.end: place for place, token in enumerate(tokens)}
    start = text.find(word)
    while start >= 0:
        if (last := ends.get(start + len(word))) is not None and not _goes_on(tokens, last):
            return True
        start = text.find(word, start + 1)
    return False


def phrase_with_owner(text: str, phrase: str) -> str:
    """Return a phrase with the noun phrase before it and 的 between them (校车的灭火器); "" where there is none."""
    start = text.find(phrase)
    if start < 1 or text[start - 1] != _OF:
        return ""
    before = [token for token in tokens_of(text) if token.end <= start - 1]
    if not before or before[-1].end != start - 1 or not is_nominal(before[-1]):
        return ""
    owner = text[before[_to_the_left(before, len(before) - 1, len(before) - 1)].start : start]
    return owner + phrase


def noun_phrases(text: str) -> Iterator[str]:
    """Yield the noun phrases of a text without white space, in order, each with what narrows it before it."""
    run: list[Token] = []
    for token in [*tokens_of(text), Token("", "mark", len(text))]:
        if run and (not is_nominal(token) or run[-1].end != token.start):
            while len(run) > 1 and not is_thing(run[-1]):
                run.pop()
            yield text_of(run)
            run = []
        if is_nominal(token):
            run.append(token)


def _to_the_right(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the place of the last noun that what ends at a place narrows."""
    begin, found, place = tokens[first].start, last, last + 1
    while place < len(tokens) and _is_in_name(tokens, place) and tokens[place].end - begin <= LONGEST:
        field = tokens[place].text in load_words().topics and not enforcing_words(tokens[place].text)[0]
        if tokens[place].tag == "v" and tokens[found].end - begin >= _WHOLE:
            break
        named = field or is_thing(tokens[place]) or tokens[found].tag.startswith(QUALIFIER_TAGS)
        found = place if named else found
        place += 1
    return found


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Whether a noun follows that what ends at a place narrows."""
    place = last + 1
    while place < len(tokens) and _is_in_name(tokens, place):
        if is_nominal(tokens[place]):
            return True
        place += 1
    return False


def _to_the_left(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the place of the first of the nouns that narrow what begins at a place."""
    end, found = tokens[last].end, first
    while (
        found > 0
        and is_nominal(tokens[found - 1])
        and not tokens[found - 1].tag.startswith("v")
        and not names_body(tokens[found - 1].text)
        and tokens[found - 1].end == tokens[found].start
        and end - tokens[found - 1].start <= LONGEST
        and tokens[found - 1].text not in load_words().levels | _AREAS
    ):
        found -= 1
    lone = found < first and len(tokens[found].text) == 1 < len(tokens[found + 1].text)
    return found + 1 if lone and tokens[found].text not in NOT else found


def _is_in_name(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token stands close behind the one before it and can be in a name; an act of enforcement cannot."""
    token = tokens[place]
    if token.start != tokens[place - 1].end:
        return False
    said = place + 1 < len(tokens) and tokens[place + 1].text in _SAID
    acts = token.kind == "verb" and token.text not in load_words().predicates and not said
    return is_nominal(token) or (acts and not enforcing_words(token.text)[0])


def is_thing(token: Token) -> bool:
    """Whether a word can be the end of a name: a noun that is no verb as well, and says not only how (动态)."""
    words = load_words()
    noun = not token.tag or token.tag[0] in "nlji" or (len(token.text) > 1 and token.tag[0] not in "vs")
    return is_nominal(token) and noun and token.text not in words.manners | words.doing


def names_body(text: str) -> bool:
    """Whether a text is the name of a body (区人大常委会)."""
    return bool(_BODY.search(text))


def is_nominal(token: Token) -> bool:
    """Whether a word can be in a name: a noun, not the word before a place (在)."""
    named = token.kind == "noun" or (token.kind == "with" and len(token.text) == 1)  # 商|店
    named = named and token.text.isalpha() and not token.tag.startswith(FUNCTION_TAGS)
    return named and token.text not in load_words().going
