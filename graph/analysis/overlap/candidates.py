"""Candidates: pairs of clauses that share an object, are worded alike, use associated words, or belong to one matter."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.language.wording import strip_formulas
from dutygraph.graph.analysis.overlap.district import District
from dutygraph.graph.analysis.overlap.measures import Measures
from dutygraph.graph.similarity.corpus import build_corpus
from dutygraph.graph.similarity.join import similar_pairs
from dutygraph.graph.similarity.pairs import original_pairs

ClausePair = tuple[int, int]
"""Numbers of two clauses of different bodies in the district, the smaller first."""

ALIKE = 0.4
"""Least cosine of clauses that are worded alike."""
ASSOCIATED = 0.7
"""Least cosine of the vectors of clauses (see ``association``)."""
NEAR_MATTER = 0.2
"""Least cosine of the wording of a clause and of a matter that it is about."""


def by_object(measures: Measures, taxonomy: Taxonomy) -> Iterator[ClausePair]:
    """Yield pairs of clauses that name the same object, or two of which one contains the other."""
    district = measures.district
    naming: dict[str, list[int]] = defaultdict(list)
    holding: dict[str, list[int]] = defaultdict(list)
    for number, clause in enumerate(district.clauses):
        objects = clause.meaning.objects
        for name in objects:
            naming[name].append(number)
        for name in {outer for inner in objects for outer in taxonomy.concepts[inner].around}.difference(
            objects
        ):
            holding[name].append(number)
    for name, numbers in naming.items():
        yield from _across(district, combinations(numbers, 2))
        yield from _across(district, map(sorted, product(numbers, holding[name])))


def by_wording(measures: Measures, _: Taxonomy) -> Iterator[ClausePair]:
    """Yield pairs of clauses whose bigrams, without formulas, have a cosine of ``ALIKE`` or more (exact join)."""
    district = measures.district
    bodies = {body: number for number, body in enumerate(sorted(district.business))}
    corpus = build_corpus(
        [strip_formulas(clause.meaning.text) for clause in district.clauses],
        [bodies[clause.statement.body] for clause in district.clauses],
    )
    for chunk in similar_pairs(corpus, ALIKE):
        pairs = original_pairs(corpus, chunk)
        yield from zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)


def by_association(measures: Measures, _: Taxonomy) -> Iterator[ClausePair]:
    """Yield pairs of clauses with an association of ``ASSOCIATED`` or more: their words occur in the same contexts."""
    clauses = measures.district.clauses
    for left, right in measures.associated(ASSOCIATED):
        if clauses[left].statement.body != clauses[right].statement.body:
            yield left, right


def by_matter(measures: Measures, _: Taxonomy) -> Iterator[ClausePair]:
    """Yield pairs of clauses about one shared matter, of bodies that the matter concerns."""
    district = measures.district
    for matter in district.matters:
        near = [
            number
            for number, clause in enumerate(district.clauses)
            if clause.statement.body in matter.bodies
            and measures.rarity.likeness(clause.bigrams, matter.bigrams) >= NEAR_MATTER
        ]
        yield from _across(district, combinations(near, 2))


Source = Callable[[Measures, Taxonomy], Iterable[ClausePair]]

SOURCES: Mapping[str, Source] = {
    "object": by_object,
    "wording": by_wording,
    "association": by_association,
    "matter": by_matter,
}


def candidates(measures: Measures, taxonomy: Taxonomy) -> list[ClausePair]:
    """Return the pairs that any source proposes, each once, in ascending order."""
    return sorted({pair for source in SOURCES.values() for pair in source(measures, taxonomy)})


def _across(district: District, pairs: Iterable[Sequence[int]]) -> Iterator[ClausePair]:
    for left, right in pairs:
        if district.clauses[left].statement.body != district.clauses[right].statement.body:
            yield left, right
