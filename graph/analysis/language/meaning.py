"""Meaning of a clause: its acts, objects and fields, and whether it is for all fields or for the body itself only."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dutygraph.graph.analysis.language.taxonomy import Mentions, Taxonomy

_EVERYBODY = re.compile(
    r"全[省市县区州旗镇乡社]|本行政区|辖区|行政区域内|各类|各级|各部门|各单位|各行业|有关部门和|[省市县区]直|(?:[省市县区]|本)[级直](?!以上)|"
    r"综合(?:性|管理|监督)|国民经济|跨部门|跨行业|宏观|统一"
)
"""Words of a scope that covers all fields."""

_ITSELF = re.compile(
    r"本系统|系统内|(?<!各)系统(?:的|干部|队伍|财务|内部|部门|人员|执法|依法|行政)|本局|本单位|局机关|局内|"
    r"(?:民政|卫生|教育|文化|财政|审计|统计|司法|行政|农业|农口|水利|交通|计生|社会保障|住建|安监|应急|公安|环保|资源)系统|"
    r"直属(?:各|单位|学校)|下属单位|机关(?:财务|内部|规范|后勤|自身)|教职工|内部审计|干部职工|部门集中"
)
"""Words of work on the body itself (机关财务、本系统培训)."""

_LEARNED = 3
"""Least number of clauses for all fields about a matter in the list of a body that leads it."""
_LEARNED_SHARE = 2
"""Least ratio of that number to the next body's."""


@dataclass(frozen=True, slots=True)
class ClauseContext:
    """Context of a clause: the business of its body, and the fields, scope and acts of its duty."""

    business: frozenset[str]
    fields: frozenset[str]
    everybody: bool
    acts: Mentions
    """The acts of the duty, for a task that only names a thing."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a clause says; each act and object with the words that name it."""

    text: str
    acts: Mentions
    objects: Mentions
    fields: frozenset[str]
    """The fields that it names, else those of its duty, else those of its body's business."""
    named: bool
    """Whether the clause or its duty names the fields."""
    everybody: bool
    """Whether it is for all fields."""
    itself: bool
    """Whether it is about the body's own people, money and things."""
    leads: frozenset[str]
    """Its objects, fields apart, that are the business of its body."""


def meaning(clause: str, context: ClauseContext, taxonomy: Taxonomy) -> Meaning:
    """Return what a clause says in its context."""
    objects = taxonomy.concept_words.mentions(clause)
    own_fields = frozenset(objects) & taxonomy.fields
    itself = is_itself(clause)
    leads = frozenset(
        name
        for name in objects
        if name not in taxonomy.fields and taxonomy.concepts[name].around & context.business - taxonomy.fields
    )
    named = own_fields or (frozenset() if leads else context.fields)
    wide = bool(leads) or context.everybody or is_wide(clause)
    return Meaning(
        text=clause,
        acts=_acts(clause, taxonomy) or context.acts or taxonomy.act_words.mentions(clause),
        objects=objects,
        fields=named or context.business & taxonomy.fields,
        named=bool(named),
        everybody=wide and not itself and not named,
        itself=itself,
        leads=leads,
    )


def context_of(duty: str, text: str, business: frozenset[str], taxonomy: Taxonomy) -> ClauseContext:
    """Return the context of the clauses of ``text``, which is the text of ``duty`` or of one of its tasks."""
    own, above = (frozenset(taxonomy.concept_words.mentions(part)) & taxonomy.fields for part in (text, duty))
    acts = _acts(duty, taxonomy) if text != duty else {}
    return ClauseContext(business, own or above, not own and not above and is_wide(duty), acts)


def is_wide(text: str) -> bool:
    """Whether a text names a scope that covers all fields (全区, 各类)."""
    return bool(_EVERYBODY.search(text))


def is_itself(text: str) -> bool:
    """Whether a text is about the body's own people, money and things."""
    return bool(_ITSELF.search(text))


def learned_business(clauses: Iterable[tuple[str, str]], taxonomy: Taxonomy) -> Mapping[str, frozenset[str]]:
    """Return the matters that bodies (keys) lead by their lists; ``clauses`` are pairs of body and clause.

    A body leads a matter when its list has clearly more clauses about it with a wide scope (全区) than any other list.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for body, clause in clauses:
        objects = taxonomy.concept_words.mentions(clause)
        if is_wide(clause) and not is_itself(clause) and not taxonomy.fields & set(objects):
            for name, words in objects.items():
                if taxonomy.concepts[name].facet == "matters" and taxonomy.is_whole(name, words):
                    counts[name][body] += 1
    business: dict[str, set[str]] = defaultdict(set)
    for name, bodies in counts.items():
        (body, times), (_, next_times) = [*bodies.most_common(2), ("", 0)][:2]
        if times >= _LEARNED and times >= _LEARNED_SHARE * next_times:
            business[body].add(name)
    return {body: frozenset(names) for body, names in business.items()}


def _acts(text: str, taxonomy: Taxonomy) -> Mentions:
    """Return the acts of a text, without those inside the name of its object (审计 in 审计业务培训) if a strong one remains.

    The result is empty when all acts are inside names: the text has no verb and only names a thing.
    """
    acts = taxonomy.act_words.mentions(text)
    named = [word for words in taxonomy.concept_words.mentions(text).values() for word in words]
    done = {
        act: words
        for act, words in acts.items()
        if any(not any(word in name for name in named) for word in words)
    }
    return done if any(not taxonomy.acts[act].weak for act in done) else acts if done else {}
