"""What stands before the things of a part of a clause: role, partners, support words and verbs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dutygraph.graph.analysis.language.frames.lexicon import DRAFT, load_words
from dutygraph.graph.analysis.language.frames.model import Role
from dutygraph.graph.analysis.language.frames.tokens import Token, text_of

_ORGANISE = "组织"
_STUDY = "研究"
_LEADING = frozenset({"指导", "监督"})
_MANAGE = "管理"
_LONGEST_ROW = 20
_ROW_OF_BODIES = re.compile(r"[^，,。；对的会]{1,30}?等(?:有关|相关|职能|主管)*(?:部门|单位|机关|方面)")
_ITS = "其"
_LISTED = ("join", "also")
_PASSED = ("noise", "join", "also", "mark")


@dataclass(slots=True)
class Predicate:
    """Verbs before things, support words (the last of them), the body's role and who acts along."""

    verbs: list[str] = field(default_factory=list)
    support: str = ""
    role: Role = "none"
    partners: tuple[str, ...] = ()


def predicate_of(tokens: Sequence[Token]) -> tuple[Predicate, Sequence[Token]]:
    """Return what stands before the things of a part, and the words of the things."""
    words = load_words()
    found = Predicate()
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.kind == "with":
            found.role = words.roles[token.text]  # type: ignore[assignment]
            place = _partners(tokens, place + 1, found)
            continue
        if token.kind == "support" and not (found.verbs and _begins_thing(tokens, place)):
            _support(tokens, place, found)
        elif token.kind == "verb" and _is_predicate(tokens, place, found):
            before = tokens[place - 1].text if place else ""
            if before == _STUDY:
                found.verbs.pop()
            found.verbs.append((before if before in (_ORGANISE, _STUDY) else "") + token.text)
        elif token.kind not in _PASSED or (found.verbs and token.text == _ITS):
            break
        place += 1
    return found, tokens[place:]


def names_of(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the bodies of a row of bodies; one that ends in 等部门 is quoted whole."""
    if any(token.text.startswith("等") for token in tokens):
        return (text_of(tokens),)
    names: list[str] = [""]
    for token in tokens:
        names = [*names, ""] if token.kind == "join" else [*names[:-1], names[-1] + token.text]
    return tuple(name for name in names if name)


def is_bodies(tokens: Sequence[Token]) -> bool:
    """Whether words name bodies or persons who can act."""
    return bool(tokens) and text_of(tokens).endswith(load_words().bodies)


def _support(tokens: Sequence[Token], place: int, found: Predicate) -> None:
    """Take a support word; in a list of verbs 组织 is an act, and so are 组织实施, 办理 and the like."""
    word = tokens[place].text
    before = tokens[place - 1].kind if place else ""
    after, next_one = [*(token.kind for token in tokens[place + 1 : place + 3]), "", ""][:2]
    leads = after in _LISTED and next_one in ("verb", "support")
    follows = bool(found.verbs) and before in _LISTED and (word != _ORGANISE or after == "noun")
    if word in load_words().verbs and (leads or follows):
        found.verbs.append(word)
    else:
        found.support = word


def _begins_thing(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word that follows a verb without a break begins its object (协调办理结果)."""
    return place + 1 == len(tokens) or tokens[place + 1].kind == "of"


def _is_predicate(tokens: Sequence[Token], place: int, found: Predicate) -> bool:
    words = load_words()
    verb, before, after = tokens[place].text, tokens[place - 1] if place else None, tokens[place + 1 :]
    if after and after[0].kind == "of":
        return False
    named = any(token.kind in ("noun", "toward") for token in after)
    listed = bool(found.verbs) and before is not None and before.kind in _LISTED
    if before is not None and before.kind == "verb" and found.verbs:
        return _goes_on(before.text, verb, named)
    if verb in words.predicates:
        return True
    if not named:
        return listed or (not found.support and not found.verbs and _refers_back(after))
    if verb in words.topics:
        first = not found.support and not found.verbs
        return (listed or first) and after[0].kind in ("noun", "noise") and not _ends_in_act(after)
    return words.verbs[verb] in (DRAFT, "steer", "supervise") or not found.support or not _ends_in_act(after)


def _refers_back(after: Sequence[Token]) -> bool:
    """Whether nothing follows but what can refer to a thing named before (使用情况)."""
    words = load_words()
    return all(token.kind != "verb" or token.text in words.weak for token in after)


def _goes_on(before: str, verb: str, named: bool) -> bool:
    """Whether a verb goes on the one before it without a break (指导监督), rather than being its object (指导统计)."""
    stages = load_words().verbs
    if before == _STUDY:
        return named
    if not named or stages[before] == DRAFT:
        return False
    goes_on = stages[before] in ("steer", "supervise") and stages[verb] in ("steer", "supervise", DRAFT)
    return goes_on or stages[before] == stages[verb] or (before in _LEADING and verb == _MANAGE)


def _ends_in_act(tokens: Sequence[Token]) -> bool:
    words = load_words()
    last = next((token for token in reversed(tokens) if token.kind not in ("tail", "mark", "noise")), None)
    return (
        last is not None
        and last.text in words.verbs
        and last.text not in words.weak
        and last.text not in words.heads
    )


def _partners(tokens: Sequence[Token], place: int, found: Predicate) -> int:
    """Read the bodies behind 会同, 配合; return the place behind them."""
    row = _ROW_OF_BODIES.match(text_of(tokens[place : place + _LONGEST_ROW]))
    end = next(
        (i for i in range(place, len(tokens)) if row and tokens[i].end == tokens[place].start + row.end()),
        place,
    )
    if end > place:
        found.partners = (text_of(tokens[place : end + 1]),)
        return end + 1
    while end < len(tokens) and tokens[end].kind in ("noun", "join", "noise", "tail"):
        end += 1
    while end > place and not is_bodies(tokens[place:end]):
        end -= 1
    if end > place:
        found.partners = names_of(tokens[place:end])
        return end
    return place
