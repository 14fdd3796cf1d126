"""Phrases of whole words that two texts have in common: what a reader can call the thing that both are about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dutygraph.graph.analysis.language.frames.lexicon import load_words
from dutygraph.graph.analysis.language.frames.segmenting import tokens_of
from dutygraph.graph.analysis.language.frames.tokens import Token, text_of
from dutygraph.graph.analysis.language.wording import is_carrier
from dutygraph.ingest import word_files

LONGEST = 12
"""Greatest length of a phrase in characters: what is longer is no name of a thing, but half a sentence."""
_LEAST = 2
_WORDS = ("noun", "verb")
_NOUN_TAGS = "nlji"
"""First letters of the classes that the dictionary gives to nouns, and to set phrases and abbreviations."""
_DONE = ("fund", "punish")
"""Stages of verbs that are done to a thing and name none themselves (退还土地)."""
NOT = frozenset("不未无非")
FUNCTION_TAGS = tuple("dpcruf")
"""First letters of the classes of words that begin and end no name (未, 由)."""
QUALIFIER_TAGS = ("v", "b", "a")
"""First letters of the classes of words that name nothing without what follows them (无证办班)."""
_NO_ENDINGS = (*FUNCTION_TAGS, "v")
"""First letters of the classes of single characters that are no ending of the word before them (油烟|直|排)."""


@dataclass(frozen=True, slots=True)
class CommonPhrase:
    """Neighbouring words of one text that stand in the other one too."""

    text: str
    first: Token
    last: Token

    @property
    def names_thing(self) -> bool:
        """Whether it can name a thing by itself: a noun, or a noun act with its object (企业开办), and no mere carrier."""
        if is_empty(self.text) or self.first.text in load_words().predicates:
            return False
        return _is_noun(self.last) or (self.last.kind == "verb" and self.first.kind == "noun")

    @property
    def only_qualifies(self) -> bool:
        """Whether it is one word that says what something is like (无证), and names nothing."""
        return self.first is self.last and self.first.tag.startswith(QUALIFIER_TAGS)


def is_empty(text: str) -> bool:
    """Whether a text names no thing by itself."""
    return is_carrier(text) or text in _empty()


def is_name(text: str) -> bool:
    """Whether a text can be the name of a thing: at most 12 characters, a noun at its end, and no half of a sentence."""
    words = tokens_of(text)
    whole = _LEAST <= len(text) <= LONGEST and not is_empty(text)
    known = len(words) == 1 and words[0].kind == "noun"
    return (
        whole
        and (known or _is_noun(words[-1]))
        and not words[0].tag.startswith(FUNCTION_TAGS)
        and words[0].stage not in _DONE
    )


@cache
def _empty() -> frozenset[str]:
    return frozenset(word_files.load_words(Path(__file__).with_name("empty_nouns.yaml"))["nouns"])


def _is_noun(token: Token) -> bool:
    return token.kind == "noun" and (not token.tag or token.tag[0] in _NOUN_TAGS or token.tag == "vn")


@lru_cache(maxsize=4096)
def common_phrases(left: str, right: str) -> tuple[CommonPhrase, ...]:
    """Return the phrases of 2 to 12 characters that both texts print, each once.

    One that begins or ends in a single character is made of whole words in either (no 老人家 of 老人家庭 and 老人家里).
    """
    left, right = "".join(left.split()), "".join(right.split())
    ours = {phrase.text: phrase for phrase in _phrases(left, right)}
    theirs = {phrase.text: phrase for phrase in _phrases(right, left)}
    both = {**theirs, **ours}
    return tuple(
        phrase
        for name, phrase in both.items()
        if (name in ours and name in theirs) or not _ends_in_one_character(phrase)
    )


def _ends_in_one_character(phrase: CommonPhrase) -> bool:
    begins = len(phrase.first.text) < _LEAST and phrase.first.text not in NOT
    return begins or len(phrase.last.text) < _LEAST


def _phrases(text: str, other: str) -> Iterator[CommonPhrase]:
    """Yield the phrases of a text whose words the other text prints."""
    for run in _runs(tokens_of(text)):
        for first in range(len(run)):
            for end in range(first + 1, len(run) + 1):
                words = run[first:end]
                phrase = text_of(words)
                if _LEAST <= len(phrase) <= LONGEST and phrase in other and _is_whole(run, first, end):
                    yield CommonPhrase(phrase, words[0], words[-1])


def _is_whole(run: Sequence[Token], first: int, end: int) -> bool:
    """Whether words of a run leave no half of a word outside, and no function word stands at either end."""
    # 人口老龄|化
    cut = end < len(run) and len(run[end].text) == 1 and not run[end].tag.startswith(_NO_ENDINGS)
    # 自然灾害|类突发事件, 不|合格车辆
    cut |= first > 0 and (len(run[first].text) == 1 or run[first - 1].text in NOT)
    ends = [word for word in (run[first], run[end - 1]) if not (word is run[first] and word.text in NOT)]
    return not cut and not any(word.tag.startswith(FUNCTION_TAGS) for word in ends)


def _runs(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the runs of words with nothing between them that can be part of a name."""
    levels = load_words().levels
    run: list[Token] = []
    for token in tokens:
        named = token.kind in _WORDS and token.text.isalpha() and token.text not in levels
        if run and (not named or run[-1].end != token.start):
            yield run
            run = []
        if named:
            run.append(token)
    if run:
        yield run
