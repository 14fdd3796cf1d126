"""Score of a pair of claims: how far both can take hold of one case, as a sum of named parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from math import prod
from pathlib import Path

from dutygraph.graph.analysis.language.stages import collision
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.overlap.claims.claim import TELLING, Claim, say_the_same
from dutygraph.graph.analysis.overlap.pairs.candidates import NEAR
from dutygraph.graph.analysis.overlap.pairs.contrasts import names_another, particular_things
from dutygraph.graph.analysis.overlap.pairs.exclusions import (
    ExclusionReason,
    InCommon,
    doubt_of,
    exclusion_reason,
)
from dutygraph.graph.analysis.overlap.pairs.measures import Measures
from dutygraph.graph.analysis.overlap.pairs.relations import (
    Scope,
    SharedObject,
    is_formula,
    scope_of,
    shared_objects,
    without_parallel,
)
from dutygraph.ingest.word_files import load_words

_SEVERAL = 0.8
"""Factor on the score of each shared object before they are combined as a noisy or."""
_MOST_OBJECTS = 3
LEAST = 0.15
"""Least score of a pair that is kept: readers find hardly any below it that is an overlap."""
ENOUGH = 5.0
"""Sum of the weights of common bigrams that stand for an object which the taxonomy does not know."""
BASE, LESS, MORE = 0.4, 0.3, 0.3
"""What counts of a particular object: always, by its share in the claim of which it is less, and in the other one."""
VERBATIM = 0.9
"""What an object that both print in the same words counts, when it is ``TELLING`` and not all of it is carriers."""
MEANT = 0.5
"""What the nearness of embeddings counts as an object: it tells a field rather than a thing."""
SIMILAR = 0.6
"""Least value of the acts, of 1, that are similar work; readers held nearly all pairs below it to be no overlap."""
PROVEN = 0.3
"""Least sum of the parts of the object, the rare words and the things that both name: one field proves nothing by itself."""
MANY_THINGS = 3
"""Number of particular things that both name that can tell no more."""
ENOUGH_WORDS = 3.0
"""Weight of shared words that can tell no more."""


@dataclass(frozen=True, slots=True)
class Score:
    """How far two claims can take hold of one case, or why the pair is excluded."""

    shared: tuple[SharedObject, ...]
    """The shared objects, the highest score first."""
    words: tuple[str, ...]
    """The words that both sentences share, the rarest first; of a pair that is excluded none are looked for."""
    object: float
    """How far both are about one thing, from 0 to 1."""
    function: float
    """How far the acts collide, from 0 to 1."""
    scope: Scope
    parts: Mapping[str, float]
    suppressed: ExclusionReason | None
    doubt: ExclusionReason | None = None
    """Why the pair may be no overlap, where that is often but not always so; of a pair that is kept only."""

    @property
    def value(self) -> float:
        """The sum of the parts, from 0 to 1; 0 when the pair is excluded."""
        return max(0.0, min(1.0, sum(self.parts.values())))

    @property
    def proven(self) -> bool:
        """Whether enough speaks for one case besides the field that both work in."""
        return sum(self.parts.get(part, 0.0) for part in ("object", "particulars", "same_things")) >= PROVEN


def score(pair: tuple[int, int], measures: Measures, taxonomy: Taxonomy) -> Score | None:
    """Return the score of two claims of different bodies, by number; None when they have nothing in common."""
    left, right = (measures.district.claims[number] for number in pair)
    scope = scope_of(left, right, taxonomy)
    every = shared_objects(left, right, scope, measures.rarity, taxonomy)
    one_case = measures.sentences.tell_one_case(*pair)
    verbatim = say_the_same(left, right)
    near = measures.meaning(*pair) >= NEAR or _may_be_one_thing(left, right)
    if not (every or one_case or verbatim or near):
        return None
    shared = without_parallel(every, taxonomy) if scope == "other" else every
    ranked = tuple(sorted((shared or every).values(), key=lambda one: (-one.value, one.concept)))
    plainness = 1.0 if verbatim else left.plainness * right.plainness
    function = collision(left.frame.stage, right.frame.stage) * plainness
    formula = is_formula(left, right, taxonomy)
    parallel = bool(every and not shared) or formula
    common = InCommon(parallel, one_case, measures.sentences.hand_over(*pair), verbatim and not formula)
    if reason := exclusion_reason(left, right, common, measures.district.bodies, taxonomy):
        return Score(ranked, (), 0.0, function, scope, {}, reason)
    words = measures.sentences.particulars(*pair)
    thing = max(object_value(ranked, left, right, measures), MEANT * measures.meaning(*pair))
    evidence = {
        "object": thing,
        "particulars": min(1.0, words.weight / ENOUGH_WORDS),
        "function": function,
        "same_field": scope == "same",
        "more_things": names_another(left, right, measures.rarity, taxonomy),
        "same_things": min(1.0, particular_things(ranked, taxonomy) / MANY_THINGS),
        "only_field": bool(ranked) and _is_field(ranked[0].inner, taxonomy),
    }
    weighed = {name: weight * evidence[name] for name, weight in weights().items()}
    most = max(1.0, sum(weighed.values()))
    parts = {name: value / most for name, value in weighed.items()}
    found = Score(ranked, words.words, thing, function, scope, parts, None)
    if verbatim or found.value < LEAST:
        return found
    return replace(found, doubt=_doubt((left, right), function, ranked, taxonomy))


def _is_field(name: str, taxonomy: Taxonomy) -> bool:
    """Whether a concept is a field of work with things in it (城市管理), and not one of these (井盖)."""
    return taxonomy.concepts[name].facet == "fields" and name in taxonomy.containers


def _doubt(
    claims: tuple[Claim, Claim], function: float, ranked: Sequence[SharedObject], taxonomy: Taxonomy
) -> ExclusionReason | None:
    """Return why a pair that is not excluded may be no overlap; who guides a wide field guides it in its own part."""
    if doubt := doubt_of(*claims, taxonomy):
        return doubt
    if function < SIMILAR:
        return "acts"
    wide = bool(ranked) and taxonomy.concepts[ranked[0].inner].broad
    return "parallel" if wide and all(claim.frame.stage == "steer" for claim in claims) else None


@cache
def weights() -> Mapping[str, float]:
    """Return what each part of a score weighs (weights.yaml)."""
    return dict(load_words(Path(__file__).with_name("weights.yaml")))


def _may_be_one_thing(left: Claim, right: Claim) -> bool:
    """Whether what two claims without a shared object are about is worded alike, and not known to be two things."""
    return bool(left.rest & right.rest) and (
        (left.case and right.case) or not (left.objects and right.objects)
    )


def object_value(ranked: Sequence[SharedObject], left: Claim, right: Claim, measures: Measures) -> float:
    """Return how far two claims are about one thing, from 0 to 1; the shared objects come in descending order of score.

    What they share must be something particular, and it must be most of what at least one of them is about.
    """
    known = 1 - prod(1 - _SEVERAL * shared.value for shared in islice(ranked, _MOST_OBJECTS))
    if printed_alike(left, right) or say_the_same(left, right):
        return VERBATIM
    rest = left.rest & right.rest
    particular = max(known, min(1.0, measures.rarity.mass(rest) / ENOUGH))
    concepts = {name for one in ranked for name in (one.concept, one.inner)}
    shares = sorted(measures.rarity.share(claim, concepts, rest) for claim in (left, right))
    return particular * (BASE + LESS * shares[0] + MORE * shares[1])


def printed_alike(left: Claim, right: Claim) -> bool:
    """Whether two claims print their objects in the same words, so many that they tell something."""
    text = left.frame.object.text
    return text == right.frame.object.text and len(text) >= TELLING and bool(left.bigrams)
