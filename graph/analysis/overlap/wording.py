"""What a reader is told about an overlap, in Chinese and English."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.language.frames.model import Role
from dutygraph.graph.analysis.language.stages import stage_name
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claims import Claim
from dutygraph.graph.analysis.overlap.exclusions import ExclusionReason
from dutygraph.graph.analysis.overlap.groups import DutyPair, OverlapGroup
from dutygraph.graph.analysis.overlap.relations import Scope
from dutygraph.graph.analysis.overlap.score import Score

SCOPES: Mapping[Scope, Bilingual] = {
    "same": Bilingual("领域相同，或一方领域包含另一方", "the same field, or one within the other"),
    "wide": Bilingual("一方面向全区各领域，另一方在本领域", "one is for all fields, the other for its own"),
    "all": Bilingual("双方都面向全区各领域", "both are for all fields"),
    "assumed": Bilingual(
        "双方都没有写明领域，部门的业务领域相同",
        "neither names a field; their bodies have the same one",
    ),
    "other": Bilingual("领域不同，对象是同一件事", "different fields, one and the same matter"),
}
"""How the fields of two claims relate."""

EXCLUSION_REASONS: Mapping[ExclusionReason, Bilingual] = {
    "housekeeping": Bilingual(
        "管的是本部门、本系统自己的事（机关财务、本系统培训等），不算重叠",
        "it is about a body's own house (its money, its staff), which is no overlap",
    ),
    "never": Bilingual(
        "综合部门（审计、统计等）对他人的事项不做这类工作",
        "a cross-cutting body (audit, statistics) does no such thing to what is others' business",
    ),
    "siblings": Bilingual(
        "同类中的不同对象（如防汛与防震、军转干部与军休人员）",
        "different things of one kind, such as floods and earthquakes",
    ),
    "sides": Bilingual(
        "同一场所或人群，各管一面（如食品与床位）",
        "one place or person, but each looks at another side of it",
    ),
    "parallel": Bilingual(
        "同类工作，但各管各的领域，互不交叉",
        "the same kind of work, each for its own field: parallel, not overlapping",
    ),
    "stages": Bilingual(
        "同一件事的前后环节（如申报与审批、制定与监督），属衔接关系",
        "one stage of the work follows the other, as approving follows applying",
    ),
    "acts": Bilingual("对象相同，但所做的事不同", "the same object, but another kind of act"),
}
"""Why a pair of claims is no finding."""

_LONGEST = 20
_LEAST = 4
"""Greatest and least length in characters of a common run that a sentence quotes as the object."""
_ROLES: Mapping[Role, str] = {"lead": "牵头", "joint": "会同", "assist": "参与", "none": ""}


@dataclass(frozen=True, slots=True)
class OverlapWording:
    """Object and stages of an overlap, and the sentence that tells it without the boundary."""

    object: Bilingual
    function: Bilingual
    story: Bilingual


def object_wording(score: Score, claims: Sequence[Claim], taxonomy: Taxonomy) -> Bilingual:
    """Return what two claims share: as both print it in Chinese, as the taxonomy calls it in English."""
    texts = [claim.frame.object.text for claim in claims]
    common = _common(*texts)
    if not score.shared:
        shown = common if len(common) >= _LEAST else min(texts, key=len)
        return Bilingual(shown, shown)
    inner = score.shared[0].inner
    words = [word for claim in claims for word in claim.objects.get(inner, ())]
    if any(word in common for word in words) and len(common) <= _LONGEST:
        return Bilingual(common, taxonomy.concepts[inner].en)
    return Bilingual(min(words, key=len), taxonomy.concepts[inner].en)


def _common(left: str, right: str) -> str:
    """Return the longest run of letters that two texts have in common."""
    match = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    return left[match.a : match.a + match.size].strip("的和与及、，（）“”")


def overlap_wording(group: OverlapGroup, names: Mapping[str, str], taxonomy: Taxonomy) -> OverlapWording:
    """Return the wording of a finding by its strongest pair; ``names`` are short names of bodies by id."""
    pair = group.pairs[0]
    thing = object_wording(pair.score, pair.claims, taxonomy)
    return OverlapWording(
        thing,
        _function(pair),
        Bilingual(f"“{thing.zh}”：{_deeds_zh(group, names)}", f"“{thing.en}”: {_deeds_en(group, names)}"),
    )


def act_words(claim: Claim) -> str:
    """Return the acts of a claim as printed, with 参与 or 配合; those of its stage where it prints none."""
    return _ROLES[claim.frame.role] + ("、".join(claim.frame.acts) or stage_name(claim.frame.stage).zh)


def _function(pair: DutyPair) -> Bilingual:
    left, right = (stage_name(claim.frame.stage) for claim in pair.claims)
    return left if left == right else Bilingual(f"{left.zh}与{right.zh}", f"{left.en} and {right.en}")


def _deeds_zh(group: OverlapGroup, names: Mapping[str, str]) -> str:
    acts = {names[claim.statement.body]: act_words(claim) for claim in _one_of_each(group)}
    if len(set(acts.values())) == 1:
        return f"{'、'.join(acts)}都“{next(iter(acts.values()))}”"
    return "，".join(f"{name}“{act}”" for name, act in acts.items())


def _deeds_en(group: OverlapGroup, names: Mapping[str, str]) -> str:
    stages = {names[claim.statement.body]: stage_name(claim.frame.stage).en for claim in _one_of_each(group)}
    if len(set(stages.values())) == 1:
        return f"{_and(stages)} {'both' if len(stages) == 2 else 'all'} do the {next(iter(stages.values()))}"
    return ", ".join(f"{name} does the {stage}" for name, stage in stages.items())


def _one_of_each(group: OverlapGroup) -> list[Claim]:
    """Return a claim of each body, that of its strongest pair."""
    claims: dict[str, Claim] = {}
    for pair in group.pairs:
        for claim in pair.claims:
            claims.setdefault(claim.statement.body, claim)
    return list(claims.values())


def _and(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
