"""Whose affair a matter is: the body's own, its system's, everybody's, or its field's."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dutygraph.graph.analysis.language.frames.heads import class_of
from dutygraph.graph.analysis.language.frames.lexicon import load_words, yaml_of
from dutygraph.graph.analysis.language.frames.model import Affair

_FIELDS = frozenset({"sphere", "goods", "place", "waste", "event", "org", "person", "invest"})
"""Classes of things that name a line of business towards society."""

_IN_NAME = re.compile(r"以[^，]{1,8}名义")
_AUDIT = re.compile(r"(?<![组织会内的])审计|审计(?:报告|结果|决定|事项)")
_TRAINED = "train"


@dataclass(frozen=True, slots=True)
class Matter:
    """A thing with what is done to it, and the other things of its clause."""

    text: str
    head: str
    limits: tuple[str, ...]
    acts: tuple[str, ...]
    context: str


def affair_of(matter: Matter, cross_cutting: bool) -> Affair:
    """Return whose affair a matter is; ``cross_cutting``: the body acts for all departments.

    What the run itself names counts first: a line below, other bodies, the own house. Then what its clause names.
    A thing of a cross-cutting function (统计, 国有资产) is everybody's unless the run names a field.
    """
    said = _IN_NAME.sub("", matter.text) + "，".join(matter.acts)
    for text in (said, matter.context):
        if affair := _named(text):
            return affair
    if _trains_staff(matter):
        return "system"
    if cross_cutting or _AUDIT.search(said + matter.context):
        return "everybody"
    return "everybody" if _has("common", said + matter.context) and not _of_field(matter) else "field"


@lru_cache(maxsize=1000)
def _named(text: str) -> Affair | None:
    if _has("system", text) or _systems().search(text):
        return "system"
    if _has("bodies", text):
        return "everybody"
    return "own" if _has("own", text) else None


def _trains_staff(matter: Matter) -> bool:
    verbs = load_words().verbs
    return any(verbs.get(act) == _TRAINED for act in matter.acts) and _has("staff", matter.text)


def _of_field(matter: Matter) -> bool:
    return any(class_of(word) in _FIELDS for word in (*matter.limits, matter.head))


def _has(name: str, text: str) -> bool:
    return bool(_pattern(name).search(text))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, yaml_of("affairs")[name])))


@cache
def _systems() -> re.Pattern[str]:
    machines = "".join(f"(?<!{word})" for word in yaml_of("affairs")["systems"])
    return re.compile(
        rf"(?<=[\u4e00-\u9fff]{{2}}){machines}系统(?!工程|软件|平台|性|化|建设|开发|维护|运行|安全|集成)"
    )
