"""What a reader is told about an overlap, in Chinese and English."""

from collections.abc import Mapping
from dataclasses import dataclass

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.relations import Scope, SharedObject
from dutygraph.graph.analysis.overlap.score import ActPair, ExclusionReason, Score

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
"""How the fields of two clauses relate."""

EXCLUSION_REASONS: Mapping[ExclusionReason, Bilingual] = {
    "housekeeping": Bilingual(
        "两个部门各管自己的机关事务（本系统的培训、财务、人员等），不算重叠",
        "each does it for its own house (staff, money, training), which is no overlap",
    ),
    "parallel": Bilingual(
        "同类工作，但各管各的领域，互不交叉",
        "the same kind of work, each for its own field: parallel, not overlapping",
    ),
    "acts": Bilingual(
        "对象相同，但职能或环节不同（如登记与审批、申报与审批、指导与实施）",
        "the same object, but another kind of act or another stage",
    ),
}
"""Why a pair of clauses is no finding."""

_NO_ACT = Bilingual("办理", "handling")
"""What is done in a clause that names no kind of act."""


@dataclass(frozen=True, slots=True)
class OverlapWording:
    """Object, function and scope of an overlap."""

    object: Bilingual
    function: Bilingual
    scope: Bilingual


def overlap_wording(score: Score, clause: str, taxonomy: Taxonomy) -> OverlapWording:
    """Return the wording for a pair of clauses; ``clause`` stands for the object when the taxonomy has none of them."""
    shared = _object(score.shared[0], taxonomy) if score.shared else Bilingual(clause, clause)
    return OverlapWording(shared, _function(score.acts, taxonomy), SCOPES[score.scope])


def _object(shared: SharedObject, taxonomy: Taxonomy) -> Bilingual:
    outer, inner = taxonomy.concepts[shared.concept], taxonomy.concepts[shared.inner]
    if outer is inner:
        return Bilingual(outer.name, outer.en)
    return Bilingual(f"{outer.name}（含{inner.name}）", f"{outer.en} (with {inner.en})")


def _function(acts: ActPair | None, taxonomy: Taxonomy) -> Bilingual:
    if acts is None:
        return _NO_ACT
    left, right = taxonomy.acts[acts.left], taxonomy.acts[acts.right]
    if left is right:
        return Bilingual(left.zh, left.en)
    return Bilingual(f"{left.zh}与{right.zh}", f"{left.en} and {right.en}")
