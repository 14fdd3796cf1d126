"""Verbs that only the dictionary knows, told by their place in a clause."""

from collections.abc import Sequence
from dataclasses import replace

from dutygraph.graph.analysis.language.frames.lexicon import stage_of_verb
from dutygraph.graph.analysis.language.frames.tokens import LISTED, Token

_VERB = frozenset({"v", "vd"})
_ACT = frozenset({"v", "vd", "vn", "vi", "l"})
_DOING = frozenset({"进行", "予以", "加以", "给予"})
_SAYS_NOTHING = ("tail", "mark", "noise")


def with_guessed_verbs(tokens: Sequence[Token]) -> list[Token]:
    """Return words with those as verbs that the dictionary has as such and that stand where a verb does.

    That is where a clause or part begins (营造…环境), between verbs of a list (汇集、公布), behind 进行 and the like,
    and alone behind 的 at the end (档案的编目).
    """
    guessed = list(tokens)
    for place, token in enumerate(guessed):
        if token.tag and _stands_as_verb(guessed, place):
            guessed[place] = replace(token, kind="verb", stage=stage_of_verb(token.text))
    return guessed


def _stands_as_verb(tokens: Sequence[Token], place: int) -> bool:
    tag = tokens[place].tag if len(tokens[place].text) > 1 else ""
    before = [token for token in tokens[max(place - 3, 0) : place] if token.kind != "noise"]
    after = [token for token in tokens[place + 1 : place + 4] if token.kind not in _SAYS_NOTHING]
    if before and before[-1].text in _DOING:
        return not after or after[0].kind in LISTED
    if tag not in _ACT:
        return False
    if not after:
        return bool(before) and (before[-1].kind == "of" or _listed(before))
    if before and before[-1].kind == "of" and _all_acts(tokens[place + 1 :]):
        return True
    begins = not before or before[-1].kind in ("also", "mark")
    if begins and tag in _VERB:
        return after[0].kind not in (*LISTED, "of") or _lists(after)
    return _listed(before) and (
        _lists(after) or (after[0].kind == "noun" and (tag in _VERB or _leads(before, place)))
    )


def _all_acts(after: Sequence[Token]) -> bool:
    """Whether nothing but acts follows (文本的翻译审定)."""
    return all(token.kind in ("verb", "join", *_SAYS_NOTHING) for token in after)


def _listed(before: Sequence[Token]) -> bool:
    """Whether a member of a list of verbs is what stands before."""
    return len(before) > 1 and before[-1].kind in LISTED and before[-2].kind == "verb"


def _leads(before: Sequence[Token], place: int) -> bool:
    """Whether the list begins the clause, so that what it lists are predicates (维护和更新网站)."""
    return place == len(before)


def _lists(after: Sequence[Token]) -> bool:
    """Whether a further verb of a list follows."""
    return len(after) > 1 and after[0].kind in LISTED and (after[1].kind == "verb" or after[1].tag in _VERB)
