"""Whether a declared matter that is near is about the thing that a finding names, so that an officer is sent to it."""

from dutygraph.graph.analysis.boundaries.declared_boundary import ENOUGH, SPECIFIC
from dutygraph.graph.analysis.boundaries.matter_index import DeclaredBoundaries
from dutygraph.graph.analysis.boundaries.terms import terms_of
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.pairs.groups import DutyPair
from dutygraph.graph.analysis.overlap.wording.common_phrases import common_phrases
from dutygraph.graph.analysis.overlap.wording.name_kinds import is_wide
from dutygraph.graph.analysis.overlap.wording.own_objects import BETWEEN

_OF_THING, _OF_NAME = 0.5, 0.4
"""Least share in the thing, or else in the name, of what they have in common: no 国有资产管理 for 固定资产投资."""
_SOME = 4.0
"""Least weight of it where the matter gives both bodies a part by name: a word that is not common."""
_TELLING = 4
"""Least length in characters of a phrase of the name that a clause prints (专项资金)."""


def is_about(
    number: int, thing: str, pair: DutyPair, matters: DeclaredBoundaries, taxonomy: Taxonomy
) -> bool:
    """Whether a matter (by its number) is about a thing, as a finding of a pair names it, and for one of the two bodies.

    One that is about this very thing may be for others; of one that is for both less is asked.
    """
    matter = matters.matters[number]
    text = [matters.of_terms(terms_of(one)) for one in thing.split(BETWEEN)]
    shared = [(one.named.get(number, 0.0), one.size) for one in text]
    if not any(
        body == matter.declarer or body in matter.named or matter.parts_of(body) for body in pair.bodies
    ):
        return any(weight >= SPECIFIC for weight, _ in shared)
    if all(body in matter.own for body in pair.bodies) and any(weight >= _SOME for weight, _ in shared):
        return True
    least = _OF_NAME * matters.name_sizes[number]
    named = any(weight >= ENOUGH and weight >= min(_OF_THING * size, least) for weight, size in shared)
    return (
        named
        or _names_concept(number, pair, matters, taxonomy)
        or any(_prints(claim.clause.text, matter.name) for claim in pair.claims)
    )


def _names_concept(number: int, pair: DutyPair, matters: DeclaredBoundaries, taxonomy: Taxonomy) -> bool:
    """Whether the name of a matter names what both claims share, or what contains it; a whole field says too little."""
    return any(
        taxonomy.contains(outer, one.inner) and not is_wide(outer, taxonomy)
        for outer in matters.concepts[number]
        for one in pair.score.shared[:1]
    )


def _prints(clause: str, name: str) -> bool:
    """Whether a clause prints a phrase of a name that is telling."""
    return any(len(phrase.text) >= _TELLING and phrase.names_thing for phrase in common_phrases(name, clause))
