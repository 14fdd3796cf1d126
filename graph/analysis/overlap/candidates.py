"""Where pairs of clauses worth weighing come from: shared objects, alike wording, words that belong together, one matter."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.language.wording import content
from dutygraph.graph.analysis.overlap.district import District
from dutygraph.graph.analysis.overlap.measures import Measures
from dutygraph.graph.similarity.corpus import build_corpus
from dutygraph.graph.similarity.join import similar_pairs
from dutygraph.graph.similarity.pairs import original_pairs

Pair = tuple[int, int]
"""Two clauses of different bodies by their numbers in the district, the smaller first."""

ALIKE = 0.4
"""Least cosine of clauses that are worded alike."""
ASSOCIATED = 0.7
"""Least cosine of clauses whose words keep the same company."""
NEAR_MATTER = 0.2
"""Least cosine of a clause and a matter that it says something of."""


def by_object(measures: Measures, known: Taxonomy) -> Iterator[Pair]:
    """Yield clauses that name the same object, or one that contains the other's."""
    district = measures.district
    naming: dict[str, list[int]] = defaultdict(list)
    holding: dict[str, list[int]] = defaultdict(list)
    for number, clause in enumerate(district.clauses):
        objects = clause.meaning.objects
        for name in objects:
            naming[name].append(number)
        for name in {outer for one in objects for outer in known.concepts[one].around}.difference(objects):
            holding[name].append(number)
    for name, numbers in naming.items():
        yield from _across(district, combinations(numbers, 2))
        yield from _across(district, map(sorted, product(numbers, holding[name])))


def by_wording(measures: Measures, _: Taxonomy) -> Iterator[Pair]:
    """Yield clauses that share much of what they say besides formulas: the exact join of similarity/."""
    district = measures.district
    bodies = {body: number for number, body in enumerate(sorted(district.business))}
    corpus = build_corpus(
        [content(clause.meaning.text) for clause in district.clauses],
        [bodies[clause.statement.body] for clause in district.clauses],
    )
    for found in similar_pairs(corpus, ALIKE):
        pairs = original_pairs(corpus, found)
        yield from zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)


def by_association(measures: Measures, _: Taxonomy) -> Iterator[Pair]:
    """Yield clauses whose words keep the same company in what was read, be they the same or not."""
    clauses = measures.district.clauses
    for one, other in measures.associated(ASSOCIATED):
        if clauses[one].statement.body != clauses[other].statement.body:
            yield one, other


def by_matter(measures: Measures, _: Taxonomy) -> Iterator[Pair]:
    """Yield clauses of the bodies concerned with one shared matter that both say something of it."""
    district = measures.district
    for matter in district.matters:
        near = [
            number
            for number, clause in enumerate(district.clauses)
            if clause.statement.body in matter.bodies
            and measures.weights.likeness(clause.terms, matter.terms) >= NEAR_MATTER
        ]
        yield from _across(district, combinations(near, 2))


Source = Callable[[Measures, Taxonomy], Iterable[Pair]]

SOURCES: Mapping[str, Source] = {
    "object": by_object,
    "wording": by_wording,
    "association": by_association,
    "matter": by_matter,
}


def candidates(measures: Measures, known: Taxonomy) -> list[Pair]:
    """Return the pairs that any source proposes, each once, in order."""
    return sorted({pair for source in SOURCES.values() for pair in source(measures, known)})


def _across(district: District, pairs: Iterable[Sequence[int]]) -> Iterator[Pair]:
    for one, other in pairs:
        if district.clauses[one].statement.body != district.clauses[other].statement.body:
            yield one, other
