"""What a reader is told about an overlap, in Chinese and English."""

from dataclasses import dataclass

from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.relations import Scope, Shared
from dutygraph.graph.analysis.overlap.score import Acts, Score

SCOPES: dict[Scope, tuple[str, str]] = {
    "same": ("领域相同，或一方领域包含另一方", "the same field, or one within the other"),
    "wide": ("一方面向全区各领域，另一方在本领域", "one is for all fields, the other for its own"),
    "all": ("双方都面向全区各领域", "both are for all fields"),
    "assumed": (
        "双方都没有写明领域，部门的业务领域相同",
        "neither names a field; their bodies have the same one",
    ),
    "other": ("领域不同，对象是同一件事", "different fields, one and the same matter"),
}
"""How fields stand to each other, as a reader sees it."""

_NO_ACT = ("办理", "handling")
"""What is done in a text that names no kind of act."""


@dataclass(frozen=True, slots=True)
class Told:
    """Object, function and scope of an overlap in both languages."""

    object_zh: str
    object_en: str
    function_zh: str
    function_en: str
    scope_zh: str
    scope_en: str


def told(score: Score, clause: str, known: Taxonomy) -> Told:
    """Return what is told about a pair of clauses; where no known object is shared, one of them stands for it."""
    object_zh, object_en = _object(score.shared[0], known) if score.shared else (clause, clause)
    function_zh, function_en = _function(score.acts, known)
    scope_zh, scope_en = SCOPES[score.scope]
    return Told(object_zh, object_en, function_zh, function_en, scope_zh, scope_en)


def _object(shared: Shared, known: Taxonomy) -> tuple[str, str]:
    outer, inner = known.concepts[shared.concept], known.concepts[shared.inner]
    if outer is inner:
        return outer.name, outer.en
    return f"{outer.name}（含{inner.name}）", f"{outer.en} (with {inner.en})"


def _function(acts: Acts | None, known: Taxonomy) -> tuple[str, str]:
    if acts is None:
        return _NO_ACT
    one, other = known.acts[acts.one], known.acts[acts.other]
    if one is other:
        return one.zh, one.en
    return f"{one.zh}与{other.zh}", f"{one.en} and {other.en}"
