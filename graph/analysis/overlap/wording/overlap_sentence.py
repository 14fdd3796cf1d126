"""What a reader is told about an overlap, in Chinese and English."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.language.stages import stage_name
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.pairs.groups import DutyPair, OverlapGroup
from dutygraph.graph.analysis.overlap.wording.act_wording import act_words
from dutygraph.graph.analysis.overlap.wording.object_wording import object_wording

_LISTED = "列有此项"
"""What is said of a body whose text does not say what it does."""


@dataclass(frozen=True, slots=True)
class OverlapWording:
    """Object and stages of an overlap, and the sentence that tells it without the boundary."""

    object: Bilingual
    function: Bilingual
    story: Bilingual


def overlap_wording(group: OverlapGroup, names: Mapping[str, str], taxonomy: Taxonomy) -> OverlapWording:
    """Return the wording of a finding by its strongest pair; ``names`` are short names of bodies by id."""
    pair = group.pairs[0]
    zh, en = ("", "") if pair.certain else ("可能重叠：", "a possible overlap: ")
    thing = object_wording(pair.score, pair.claims, taxonomy)
    return OverlapWording(
        thing,
        _function(pair),
        Bilingual(
            f"{zh}“{thing.zh}”：{_deeds_zh(group, names)}", f"{en}“{thing.en}”: {_deeds_en(group, names)}"
        ),
    )


def _function(pair: DutyPair) -> Bilingual:
    left, right = (stage_name(claim.frame.stage) for claim in pair.claims)
    return left if left == right else Bilingual(f"{left.zh}与{right.zh}", f"{left.en} and {right.en}")


def _deeds_zh(group: OverlapGroup, names: Mapping[str, str]) -> str:
    acts = {names[claim.statement.body]: act_words(claim, other) for claim, other in _one_of_each(group)}
    if len(set(acts.values())) == 1 and all(acts.values()):
        return f"{'、'.join(acts)}都“{next(iter(acts.values()))}”"
    return "，".join(f"{name}“{act}”" if act else f"{name}{_LISTED}" for name, act in acts.items())


def _deeds_en(group: OverlapGroup, names: Mapping[str, str]) -> str:
    told = {
        names[claim.statement.body]: (claim.frame.role == "assist", stage_name(claim.frame.stage).en)
        for claim, _ in _one_of_each(group)
    }
    if len(set(told.values())) == 1:
        [(helps, stage)] = set(told.values())
        every = "both" if len(told) == 2 else "all"
        return (
            f"{_and(told)} {every} help with {stage}"
            if helps
            else f"{_and(told)} are {every} responsible for {stage}"
        )
    return _and(
        f"{name} {'helps with' if helps else 'is responsible for'} {stage}"
        for name, (helps, stage) in told.items()
    )


def _one_of_each(group: OverlapGroup) -> list[tuple[Claim, Claim]]:
    """Return a claim of each body, that of its strongest pair, with the other one of that pair."""
    claims: dict[str, tuple[Claim, Claim]] = {}
    for pair in group.pairs:
        for one, other in (pair.claims, pair.claims[::-1]):
            claims.setdefault(one.statement.body, (one, other))
    return list(claims.values())


def _and(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
