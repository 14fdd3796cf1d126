"""Cutting a clause into parts: where something further is done."""

import re
from collections.abc import Sequence
from itertools import takewhile

from dutygraph.graph.analysis.language.frames.bodies import led_verb
from dutygraph.graph.analysis.language.frames.heads import class_of
from dutygraph.graph.analysis.language.frames.lexicon import DRAFT, load_words, stage_of_verb
from dutygraph.graph.analysis.language.frames.predicates import ITS, predicate_of
from dutygraph.graph.analysis.language.frames.things import trimmed
from dutygraph.graph.analysis.language.frames.tokens import Token, text_of

PURPOSE = re.compile(
    "[，,]?(?:切实|努力|不断|进一步)?(?:确保|提高|提升|防止|保证|促进|保障|增强|满足|实现|避免|减少)"
)
"""Beginning of a part that says what for, where an act stands before it."""
_BY = "由"


def parts_of(tokens: Sequence[Token]) -> list[list[Token]]:
    """Cut where something further is done: at a comma, 并, or a member of a list that begins with a predicate."""
    parts: list[list[Token]] = [[]]
    for place, token in enumerate(tokens):
        joined = token.kind in ("also", "join") and _further(tokens, place, parts[-1])
        if parts[-1] and (joined or (_is_break(tokens, place) and not _tells_for_whom(parts[-1]))):
            parts.append([])
        parts[-1].append(token)
    return parts


def says_no_deed(part: Sequence[Token]) -> bool:
    """Whether a part behind a deed says what for, or who else does something (，由公安机关处罚)."""
    words = trimmed(part)
    return bool(PURPOSE.match(text_of(part))) or (bool(words) and words[0].text == _BY)


def _is_break(tokens: Sequence[Token], place: int) -> bool:
    """Whether a comma stands at a place, other than one before a further member (，以及…)."""
    listed = place + 1 < len(tokens) and tokens[place + 1].kind == "join"
    return tokens[place].text in "，," and not listed


def _tells_for_whom(part: Sequence[Token]) -> bool:
    """Whether a part only says to whom something is done that is told behind it (对困难家庭，给付救助金)."""
    return part[0].kind == "toward" and all(token.kind not in ("verb", "support") for token in part)


def _further(tokens: Sequence[Token], place: int, part: Sequence[Token]) -> bool:
    """Whether something further is done behind 并 or 、 at a place, after what the part says."""
    words = load_words()
    rest = [token for token in tokens[place + 1 : place + 4] if token.kind != "noise"]
    if not rest or rest[0].kind not in ("verb", "support", "with", "toward"):
        return False
    kinds = ("noun", "tail") if tokens[place].kind == "also" else ("noun",)
    if not any(token.kind in kinds or token.text in words.topics for token in part):
        return False
    if tokens[place].kind == "join" and _draws_up(part) and _awaits_document(tokens, place, part):
        return False
    if tokens[place].kind == "also":
        return True
    first = rest[0]
    strong = first.kind == "support" or first.text in words.predicates or first.stage in (DRAFT, "steer")
    named = len(rest) > 1 and rest[1].kind in ("noun", "verb", "support")
    if not strong or not named:
        return False
    things = predicate_of(part)[1]
    if things and things[0].text == ITS:
        return False
    if things and things[0].kind == "toward" and not any(token.text in words.doing for token in things):
        return False
    return bool(things) and not led_verb(things)


def _draws_up(part: Sequence[Token]) -> bool:
    verbs = predicate_of(part)[0].verbs
    return bool(verbs) and all(stage_of_verb(verb) == DRAFT for verb in verbs)


def _awaits_document(tokens: Sequence[Token], place: int, part: Sequence[Token]) -> bool:
    """Whether what is drawn up stands behind a place: no document before it (提出发展产业和优化结构的政策), one next to it.

    The latter is a member whose name begins with a verb (规划、实施计划).
    """
    if not _is_document(predicate_of(part)[1]):
        return True
    member = list(takewhile(lambda token: token.kind not in ("join", "also", "mark"), tokens[place + 1 :]))
    return member[0].stage != DRAFT and _is_document(member)


def _is_document(tokens: Sequence[Token]) -> bool:
    return class_of(text_of(trimmed(tokens))) in ("doc", "advice", "paper", "money")
