"""The words of a clause without what is no part of a deed: conditions, exceptions, brackets."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dutygraph.graph.analysis.language.frames.lexicon import load_words
from dutygraph.graph.analysis.language.frames.segmenting import tokens_of
from dutygraph.graph.analysis.language.frames.tokens import Token

_GROUND = (
    "规定|要求|权限|授权|分工|职责|职能|部署|安排|精神|原则|政策|标准|计划|规划|方案|目标|委托|法律|法规|规章|办法|条例|》|需要|"
    "指示|指令|意见|范围|程序|制度|情况|实际|轻重|结果|特点|形势"
)
_CONDITION = re.compile(
    r"(?:^|(?<=[，,并和、]))(?:报请?|经(?![济营费过贸])|受(?!理|灾|伤)|待|提请)[^，,；。]{0,30}?"
    r"(?:批准|同意|审定|授权|委托|审核|研究|指定|通过)(?:后[，,]?|[，,]|(?=组织|发布|公布|下达|承担|负责|管理|参与|办理|代理|代表|行使|开展|实施|依法|审批|核发|出具))"
    rf"|(?:根据|按照|依照|依据|遵照|围绕|结合)[^，,；。]{{1,60}}?(?:{_GROUND})[，,]"
    r"|(?:根据|按照|依照|依据)[^，,；。的]{0,20}?(?:规定|要求|权限|授权|分工|职责分工|职责|部署)(?![、和及的权])"
    r"|(?:根据|按照|依照|依据)[^，,；。]{1,40}?情况(?![、和及的])"
    r"|(?:根据|按照|依照|依据)(?:《[^》]{1,40}》(?:、|和|及|以及|等)?){1,6}(?:的?(?:有关|相关)?(?:规定|要求))?[，,]?"
    r"|^代(?![理表办])[^，,；。]{1,20}?(?=起草|草拟|拟订|拟定|编制|管理|行使|履行|征收)"
    r"|(?:^|(?<=[，,]))在[^，,；。]{1,30}(?:下|中|领导下|指导下|范围内)[，,]"
    r"|^(?:发生|出现|接到|接报)(?=[^，,；。]{2,24}[后时])|(?<=事故|事件|灾害|险情|火灾|报告)[后时](?=[，,组开])"
    r"|(?:^|(?<=[，,；]))以(?=[^，,；。]{2,40}为(?:重点|对象|主)[，,]?(?:开展|进行|组织|实施))|(?<=[^，,；。])为(?:重点|对象|主)[，,]?(?=(?:开展|进行|组织|实施))"
    r"|^(?:不?定期|主动)?到[^，,；。]{1,24}?(?=检查|核对|查看|抽|检测|开展|巡查|督促)"
    r"|^在[^，,；。]{1,12}?(?=设置|设立|安装|配备)"
    r"|(?:^|(?<=[，,]))在[^，,；。]{1,30}?(?:过程|工作|活动|领域|建设|发展|生产|经营)中(?!的)"
    r"|(?:^|(?<=[，,]))(?:利用|运用|借助|依托|通过)[^，,；。]{1,30}?(?=为[^，,；。]{1,20}提供|开展|进行)|为(?=[^，,；。]{1,20}提供)|(?:^|(?<=[，,并]))[将把]"
)
_EXCEPTION = re.compile(
    r"[（(]([^（()）]{1,60}?)除外[）)]|[（(](?:不含|不包括|除外：|除)([^（()）]{1,60}?)(?:外|以外)?[）)]"
    r"|除([^，；。外]{1,60}?)(?:以外|之外|外)(?:的|，)?"
)
_BRACKETS = re.compile(r"[（(][^（()）]{0,60}[）)]")
_SUFFIX = re.compile("[证费权员站点物度率法所库室器具品线网图书表卡册簿券票业学校队组]")
_TO = "向"
_FOR = ("为", "给")
_FOUND = "发现"
_STOPPING = ("punish", "settle")
_REACH = 14
"""So many words behind 为, 给 and 发现 a verb is looked for that says what is done."""
_SYSTEM = "系统"
_ORGANISATION = "组织"
_BODY_END = re.compile(r"系统|[局厅委部队员站](?!分|门[^，]|署)|部门|机关|机构|人员|中心")


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
    tokens = [token for start, piece in _kept(text, gone) for token in _moved(piece, start)]
    tokens = _without_places(_without_receivers(_with_bodies(_with_beneficiaries(tokens))))
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
    tokens = tokens_of(piece)
    return [replace(token, start=token.start + start) for token in tokens] if start else tokens


def _with_beneficiaries(tokens: Sequence[Token]) -> list[Token]:
    """Read 为 before a verb of giving (为老人家庭安装扶手), and 发现 before one that stops or orders, as 对."""
    read: list[Token] = []
    for place, token in enumerate(tokens):
        later = tokens[place + 2 : place + _REACH]
        found = token.text == _FOUND and not place and any(word.stage in _STOPPING for word in later)
        gives = token.text in _FOR and _is_for_whom(tokens, place)
        read.append(replace(token, kind="toward", stage="") if gives or found else token)
    return read


def _is_for_whom(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb of giving follows 为 at a place; where a clause begins with 为 and a noun, any verb is one."""
    later = tokens[place + 2 : place + _REACH]
    begins = not place and bool(later) and tokens[1].kind == "noun"
    return any(word.text in load_words().giving or (begins and word.kind == "verb") for word in later)


def _without_places(tokens: list[Token]) -> list[Token]:
    """Leave out where something is done, or where somebody goes to do it, before what is done (在市场查验…)."""
    others: list[Token] = []
    place = 0
    while place < len(tokens):
        begins = not others or others[-1].kind in ("mark", "also")
        place = (begins and _deed_behind_place(tokens, place)) or place
        others.append(tokens[place])
        place += 1
    return others


def _deed_behind_place(tokens: Sequence[Token], place: int) -> int:
    """Return the place of the verb behind words for a place that stand at a place, 0 if there are none."""
    words = load_words()
    if tokens[place].text not in words.going:
        return 0
    for at, token in enumerate(tokens[place + 1 : place + _REACH], place + 1):
        if token.kind == "mark":
            return 0
        named = at + 1 < len(tokens) and tokens[at + 1].kind in ("noun", "noise", "toward")
        if token.kind in ("verb", "support") and named and token.text not in words.topics:
            return at
    return 0


def _without_receivers(tokens: Sequence[Token]) -> list[Token]:
    """Leave out to whom something is said or given (向社会公布…)."""
    others: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        verb = place
        if token.text == _TO:
            verb = next(
                (
                    i
                    for i, other in enumerate(tokens[place:], place)
                    if other.stage or other.kind in ("mark", "of")
                ),
                place,
            )
        if verb > place and tokens[verb].stage:
            place = verb
        else:
            others.append(token)
            place += 1
    return others


def _with_organisations(tokens: Sequence[Token]) -> list[Token]:
    """Cut 组织开展 and the like behind a noun where somebody is led: it is an organisation that acts (指导村级组织开展…)."""
    cut: list[Token] = []
    for token in tokens:
        named = len(cut) > 1 and cut[-1].kind == "noun" and cut[-1].end == token.start
        acts = token.text.removeprefix(_ORGANISATION)
        if named and cut[-2].stage == "steer" and token.kind == "support" and acts not in ("", token.text):
            cut[-1] = Token(cut[-1].text + _ORGANISATION, "noun", cut[-1].start)
            cut.append(Token(acts, "support", token.start + len(_ORGANISATION)))
        else:
            cut.append(token)
    return cut


def _with_bodies(tokens: list[Token]) -> list[Token]:
    """Join a verb with the end of a body's or person's name behind it (统计局, 检查人员)."""
    joined: list[Token] = []
    for token in _with_organisations(tokens):
        before = joined[-1] if len(joined) > 1 or (joined and token.text.startswith(_SYSTEM)) else None
        if (
            before
            and before.kind == "verb"
            and before.stage != "steer"
            and token.kind == "noun"
            and (_BODY_END.match(token.text) or _SUFFIX.fullmatch(token.text))
        ):
            joined[-1] = Token(before.text + token.text, "noun", before.start)
        else:
            joined.append(token)
    return joined
