"""What stands before the things of a part of a clause: role, partners, support words and verbs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dutygraph.graph.analysis.language.frames.bodies import partners_of
from dutygraph.graph.analysis.language.frames.lexicon import DRAFT, load_words, stage_of_verb
from dutygraph.graph.analysis.language.frames.model import Role
from dutygraph.graph.analysis.language.frames.tokens import LISTED, Token

_ORGANISE = "组织"
_STUDY = "研究"
_LEADING = frozenset({"指导", "监督"})
_MANAGE = "管理"
ITS = "其"
"""Those who were named before, and whose acts follow (指导其制订方案)."""
_OFFICIAL = frozenset({"approve", "review", "assess", "punish", "settle"})
"""Stages of acts that a clause begins with as verbs, whatever fields of work they are (审批…计划)."""
_AUDIT = "audit"
_STATE = "情况"
"""What is looked at in money that others share out (审计资金的分配发放情况)."""
_RELATIVE = frozenset({"进行", "从事", "实施", "发生", "存在", "形成", "产生", "造成", "引起", "举办"})
"""Verbs before 的 that end a clause within a clause (利用网络从事的活动)."""
_PASSED = ("noise", "join", "also", "mark")


@dataclass(slots=True)
class Predicate:
    """Verbs before things, support words (the last of them), the body's role with its word and who acts along."""

    verbs: list[str] = field(default_factory=list)
    support: str = ""
    role_word: str = ""
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
            found.role_word = token.text
            found.role = words.roles[token.text]  # type: ignore[assignment]
            partners, place = partners_of(tokens, place + 1)
            found.partners = partners or found.partners
            continue
        if token.kind == "support" and _is_drawn_up(tokens, place, found):
            break
        if token.kind == "support" and not (found.verbs and _begins_thing(tokens, place)):
            _support(tokens, place, found)
        elif token.kind == "verb" and _is_predicate(tokens, place, found):
            before = tokens[place - 1].text if place else ""
            if before == _STUDY:
                found.verbs.pop()
            found.verbs.append((before if before in (_ORGANISE, _STUDY) else "") + token.text)
        elif token.kind not in _PASSED or (found.verbs and token.text == ITS):
            break
        place += 1
    return found, tokens[place:]


def _is_drawn_up(tokens: Sequence[Token], place: int, found: Predicate) -> bool:
    """Whether a support word begins what is drawn up (提出加强和改进服务的意见)."""
    drafts = bool(found.verbs) and stage_of_verb(found.verbs[-1]) == DRAFT
    return drafts and tokens[place - 1].kind not in LISTED


def _support(tokens: Sequence[Token], place: int, found: Predicate) -> None:
    """Take a support word; in a list of verbs 组织 is an act, and so are 组织实施, 办理 and the like."""
    word = tokens[place].text
    before = tokens[place - 1].kind if place else ""
    after, next_one = [*(token.kind for token in tokens[place + 1 : place + 3]), "", ""][:2]
    leads = after in LISTED and next_one in ("verb", "support")
    follows = bool(found.verbs) and before in LISTED and (word != _ORGANISE or after == "noun")
    if word in load_words().verbs and (leads or follows):
        found.verbs.append(word)
    else:
        found.support = word


def _begins_thing(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word that follows a verb without a break begins its object (协调办理结果)."""
    return place + 1 == len(tokens) or tokens[place + 1].kind == "of"


def _is_predicate(tokens: Sequence[Token], place: int, found: Predicate) -> bool:
    words = load_words()
    verb, after = tokens[place].text, tokens[place + 1 :]
    before = next((token for token in reversed(tokens[:place]) if token.kind != "noise"), None)
    if after and after[0].kind == "of":
        return False
    named = any(
        token.kind in ("noun", "toward") or token.text in words.topics or token.text in words.heads
        for token in after
    )
    listed = bool(found.verbs) and before is not None and before.kind in LISTED
    if before is not None and before.kind == "verb" and found.verbs:
        return (
            not _in_relative_clause(after)
            and before.end == tokens[place].start
            and _goes_on(before, tokens[place], named)
        )
    if verb in words.predicates:
        return True
    if not named:
        return listed or (not found.support and not found.verbs and _refers_back(after))
    if verb in words.topics:
        first = not found.support and not found.verbs
        if first and tokens[place].stage == _AUDIT and after[-1].text.endswith(_STATE):
            return True
        if first and tokens[place].stage in _OFFICIAL:
            return not _ends_in_act(after)
        if first and after[0].kind in LISTED and len(after) > 1 and after[1].text in words.predicates:
            return True
        return (
            (listed or first)
            and (after[0].kind in ("noun", "noise") or after[0].text in words.predicates)
            and not _ends_in_act(after)
        )
    return (
        tokens[place].stage in (DRAFT, "steer", "supervise") or not found.support or not _ends_in_act(after)
    )


def _in_relative_clause(after: Sequence[Token]) -> bool:
    """Whether a verb belongs to what narrows the object (防范利用网络从事的活动)."""
    return any(token.text in _RELATIVE and later.kind == "of" for token, later in pairwise(after))


def _refers_back(after: Sequence[Token]) -> bool:
    """Whether nothing follows but what can refer to a thing named before (使用情况)."""
    words = load_words()
    return all(token.kind != "verb" or token.text in words.weak for token in after)


def _goes_on(before: Token, verb: Token, named: bool) -> bool:
    """Whether a verb goes on the one before it without a break (指导监督), rather than being its object (指导统计)."""
    words = load_words()
    if before.text == _STUDY:
        return named and (verb.stage == DRAFT or verb.text in words.predicates)
    if not named or before.stage == DRAFT or verb.text in words.topics:
        return False
    goes_on = before.stage in ("steer", "supervise") and verb.stage in ("steer", "supervise", DRAFT)
    apart = verb.stage == "punish" or (verb.stage == "do" and before.stage not in ("steer", "supervise"))
    goes_on = goes_on or (apart and verb.text in words.predicates)
    alike = before.stage == verb.stage and (
        before.text not in words.predicates or verb.text in words.predicates
    )
    return goes_on or alike or (before.text in _LEADING and verb.text == _MANAGE)


def _ends_in_act(tokens: Sequence[Token]) -> bool:
    words = load_words()
    last = next((token for token in reversed(tokens) if token.kind not in ("tail", "mark", "noise")), None)
    return (
        last is not None and bool(last.stage) and last.text not in words.weak and last.text not in words.heads
    )
