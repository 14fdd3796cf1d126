"""Whose affair a matter is: the body's own, its system's, everybody's, or its field's."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dutygraph.graph.analysis.language.frames.heads import class_of, last_word
from dutygraph.graph.analysis.language.frames.lexicon import load_words, stage_of_verb, yaml_of
from dutygraph.graph.analysis.language.frames.model import Affair

_FIELDS = frozenset({"sphere", "goods", "place", "waste", "event", "org", "person", "safety", None})
"""Classes of things that name a line of business towards society; so does a thing that is not known."""

_NEUTRAL = frozenset({"doc", "advice", "paper", "state", "project", "public"})
"""Classes of known things that name no line of business."""
_WHOLE_FUNCTION = re.compile("统计|普查|会计|审计|国民经济|经济社会")
"""What stands before a thing of a function for all: all that it names belongs to it (统计专业资格)."""
_COUNTS = re.compile("统计(?:调查|监测|分析|预测|监督)|抽样调查")
_NOT_FOR = re.compile(
    r"以[^，]{1,8}名义|[^，]{0,12}关于|[^，]{0,20}(?:交办|交给|规定|赋予|布置|安排|委托|授权)的"
)
_AUDIT = re.compile(r"(?<![组织会内的])审计|审计(?:报告|结果|决定|事项)")
_TRAINED = "train"
_STAFFING = re.compile("队伍建设|培训")
_LEAST_COMPANY = 2
_OWN_CASES = re.compile("行政(?:复议|诉讼|赔偿)(?:案件|事项)?")
"""What a body settles for itself, where it settles it (not: 指导行政复议)."""
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Matter:
    """A thing with what is done to it, and the other things of its clause."""

    text: str
    head: str
    limits: tuple[str, ...]
    acts: tuple[str, ...]
    context: str
    clause: str


def affair_of(matter: Matter, cross_cutting: bool) -> Affair:
    """Return whose affair a matter is; ``cross_cutting``: the body acts for all departments.

    What the run itself names counts first: a line below, other bodies, the own house. A thing of a cross-cutting
    function (统计, 国有资产) is everybody's unless the run names a field. A run that says neither follows its clause.
    """
    wording = _wording(matter)
    if affair := _named(wording) or _housekeeping(wording, matter):
        return affair
    if _trains_staff(matter):
        return "system"
    if cross_cutting or _is_of_function(wording, matter):
        return "everybody"
    if _names_field(matter):
        return "field"
    if _has("common", wording):
        return "everybody"
    context = _NOT_FOR.sub("", matter.context)
    return _named(context) or ("everybody" if _has("common", context) else "field")


def _wording(matter: Matter) -> str:
    """Return all that is said of the thing, without those who only order it or lend their name."""
    text = matter.text if matter.head in matter.text else matter.head
    further = (limit for limit in matter.limits if limit not in text)
    return _NOT_FOR.sub("", "，".join((text + "".join(matter.acts), *further)))


def _is_of_function(wording: str, matter: Matter) -> bool:
    """Whether it is audit or statistics, which are everybody's whatever field they look at."""
    counts = any(map(_COUNTS.fullmatch, matter.acts))
    named = any(map(_WHOLE_FUNCTION.match, (matter.text, *matter.limits)))
    return counts or named or _AUDIT.search(wording + matter.context) is not None


@lru_cache(maxsize=1000)
def _named(text: str) -> Affair | None:
    if _has("system", text) or _systems().search(text):
        return "system"
    if _has("bodies", text):
        return "everybody"
    return None


def _housekeeping(wording: str, matter: Matter) -> Affair | None:
    """Whether a run tells of the own house, by words for that alone, or by such as a clause without wider scope has."""
    if _has("own", wording):
        return "own"
    clause = matter.clause
    if _has("scopes", clause) or _has("bodies", clause):
        return None
    inner = _has("inner", wording) or (_OWN_CASES.search(wording) is not None and not _steers(matter))
    company = _has("company", wording) and len(set(_pattern("company").findall(clause))) >= _LEAST_COMPANY
    company = company and (bool(_pattern("company").fullmatch(matter.head)) or not _names_field(matter))
    beside = _has("company", wording) and (_has("inner", clause) or _has("own", clause))
    return "own" if inner or company or beside else None


def _steers(matter: Matter) -> bool:
    return any(stage_of_verb(act) in ("steer", "supervise", "advise", "apply") for act in matter.acts)


def _trains_staff(matter: Matter) -> bool:
    trained = any(stage_of_verb(act) == _TRAINED for act in (*matter.acts, matter.head))
    return (trained or _STAFFING.search(matter.text + "".join(matter.acts)) is not None) and _has(
        "staff", matter.text
    )


def _names_field(matter: Matter) -> bool:
    """Whether what narrows a thing, or the thing, names a line of business."""
    common = [word for word in yaml_of("affairs")["common"] if word in matter.text]
    narrowing = (word for word in (*matter.limits, matter.head) if not any(word in whole for whole in common))
    return any(map(_is_of_field, narrowing))


@lru_cache(maxsize=10_000)
def _is_of_field(word: str) -> bool:
    """Whether a word says more than what is common to all bodies, in general words (年度, 资金)."""
    words = load_words()
    rest = _pattern("general").sub("", _pattern("common").sub("", word)).strip("、和与及")
    if (
        len(rest) < _SHORTEST
        or word in words.levels
        or _pattern("company").fullmatch(word)
        or (rest in words.verbs and rest not in words.topics)
    ):
        return False
    if _WHOLE_FUNCTION.match(_pattern("general").sub("", word)) or (
        rest == word and class_of(word) in _NEUTRAL and word in words.heads
    ):
        return False
    return class_of(rest) in _FIELDS or _is_of_field(rest.removesuffix(last_word(rest)))


def _has(name: str, text: str) -> bool:
    return bool(_pattern(name).search(text))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(yaml_of("affairs")[name], key=len, reverse=True))))


@cache
def _systems() -> re.Pattern[str]:
    machines = "".join(f"(?<!{word})" for word in yaml_of("affairs")["systems"])
    return re.compile(
        rf"(?<=[\u4e00-\u9fff]{{2}}){machines}系统(?!工程|软件|平台|性|化|建设|开发|维护|运行|安全|集成)"
    )
