"""The words of a clause without what is no part of a deed: conditions, exceptions, brackets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dutygraph.graph.analysis.language.frames.lexicon import load_words
from dutygraph.graph.analysis.language.frames.tokens import Token, tokens_of

_GROUND = (
    "规定|要求|权限|授权|分工|职责|职能|部署|安排|精神|原则|政策|标准|计划|规划|方案|目标|委托|法律|法规|规章|办法|条例|》|需要|"
    "指示|指令|意见|范围|程序|制度"
)
_CONDITION = re.compile(
    r"(?:^|(?<=[，,并和、]))(?:报请?|经(?![济营费过贸])|受(?!理|灾|伤)|待|提请)[^，,；。]{0,30}?"
    r"(?:批准|同意|审定|授权|委托|审核|研究|指定|通过)(?:后[，,]?|[，,]|(?=组织实施|发布|公布|下达|承担|负责|管理))"
    rf"|(?:根据|按照|依照|依据|遵照|围绕|结合)[^，,；。]{{1,60}}?(?:{_GROUND})[，,]"
    r"|(?:根据|按照|依照|依据)[^，,；。的]{0,20}?(?:规定|要求|权限|授权|分工|职责分工|职责|部署)(?![、和及的权])"
    r"|(?:根据|按照|依照|依据)(?:《[^》]{1,40}》(?:、|和|及|以及|等)?){1,6}(?:的?(?:有关|相关)?(?:规定|要求))?[，,]?"
    r"|(?:^|(?<=[，,]))在[^，,；。]{1,30}(?:下|中|领导下|指导下|范围内)[，,]"
    r"|为(?=[^，,；。]{1,20}提供)|(?:^|(?<=[，,并]))[将把]|向[^，,；。]{1,20}?(?=公布|公开|报告|报送|通报|反馈|提出|汇报|推荐|发放)"
)
_EXCEPTION = re.compile(
    r"[（(]([^（()）]{1,60}?)除外[）)]|[（(](?:不含|不包括|除外：|除)([^（()）]{1,60}?)(?:外|以外)?[）)]"
    r"|除([^，；。外]{1,60}?)(?:以外|之外|外)(?:的|，)?"
)
_BRACKETS = re.compile(r"[（(][^（()）]{0,60}[）)]")
_BODY_END = re.compile(r"[局厅委部队员站](?!分|门[^，]|署)|部门|机关|机构|人员|中心")


@dataclass(frozen=True, slots=True)
class ExceptionRun:
    """What is taken out of a clause, and where this is said."""

    text: str
    start: int


def words_of(text: str) -> list[Token]:
    """Return the words of a clause (without white space) that tell of deeds."""
    gone = [False] * len(text)
    for pattern in (_CONDITION, _EXCEPTION, _BRACKETS):
        for match in pattern.finditer(text):
            gone[match.start() : match.end()] = [True] * len(match[0])
    tokens = _with_bodies([token for start, piece in _kept(text, gone) for token in _moved(piece, start)])
    return [t for i, t in enumerate(tokens) if not (t.kind == "of" and i and tokens[i - 1].kind == "noise")]


def exceptions_of(text: str) -> list[ExceptionRun]:
    """Return what a clause takes out (除…以外, …除外, 不含…)."""
    return [
        ExceptionRun(next(group for group in match.groups() if group), match.start())
        for match in _EXCEPTION.finditer(text)
    ]


def _kept(text: str, gone: list[bool]) -> Iterator[tuple[int, str]]:
    start = 0
    for place, is_gone in enumerate([*gone, True]):
        if is_gone:
            if start < place:
                yield start, text[start:place]
            start = place + 1


def _moved(piece: str, start: int) -> list[Token]:
    return [replace(token, start=token.start + start) for token in tokens_of(piece)]


def _with_bodies(tokens: list[Token]) -> list[Token]:
    """Join a verb with the end of a body's or person's name behind it (统计局, 检查人员)."""
    words = load_words()
    joined: list[Token] = []
    for token in tokens:
        before = joined[-1] if len(joined) > 1 else None
        if (
            before
            and before.kind == "verb"
            and words.verbs[before.text] != "steer"
            and token.kind == "noun"
            and _BODY_END.match(token.text)
        ):
            joined[-1] = Token(before.text + token.text, "noun", before.start)
        else:
            joined.append(token)
    return joined
