"""Other ways than dutygraph's to rank the pairs of duties of a region, for ``benchmarks.findings_accuracy``."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from dutygraph.graph.analysis.language.taxonomy import Taxonomy, load_taxonomy
from dutygraph.graph.analysis.language.wording import strip_formulas
from dutygraph.graph.analysis.overlap.claims.district import read_district, statements_of
from dutygraph.graph.analysis.overlap.claims.listed_frames import ListedStatement
from dutygraph.graph.analysis.overlap.pairs.candidates import SOURCES, ClaimPair, candidates
from dutygraph.graph.analysis.overlap.pairs.groups import duty_pairs
from dutygraph.graph.analysis.overlap.pairs.measures import Measures
from dutygraph.graph.analysis.overlap.pairs.score import Score, score
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore

PARTS = ("object", "particulars", "function", "again")
"""What the score of a pair of duties is the sum of."""

Ranked = Iterable[tuple[float, ListedStatement, ListedStatement]]
"""Pairs of statements of different bodies, each with what it is ranked by."""


@dataclass(frozen=True)
class Region:
    """The statements of a region's lists, and what dutygraph measures of them."""

    statements: list[ListedStatement]
    measures: Measures
    taxonomy: Taxonomy

    @cached_property
    def scored(self) -> list[tuple[ClaimPair, Score]]:
        """The candidates that are not suppressed, with their scores."""
        every = (
            (pair, score(pair, self.measures, self.taxonomy))
            for pair in candidates(self.measures, self.taxonomy)
        )
        return [(pair, result) for pair, result in every if result and not result.suppressed]


def read_regions(store: GraphStore) -> list[Region]:
    """Read every region that has lists of several departments."""
    names = [row["region"] for row in store.read(cypher("overlap_regions"), {"touched": None})]
    regions = (_region(store, name, load_taxonomy()) for name in names)
    return [region for region in regions if len(region.measures.district.bodies) > 1]


def _region(store: GraphStore, name: str, taxonomy: Taxonomy) -> Region:
    rows = store.read(cypher("overlap_statements"), {"region": name})
    return Region(statements_of(rows), Measures(read_district(store, name, taxonomy)), taxonomy)


def by_tfidf(region: Region, prepared: Callable[[str], str]) -> Ranked:
    """Rank by the cosine of the texts' bigrams of characters, as scikit-learn weighs them."""
    cut = TfidfVectorizer(analyzer="char", ngram_range=(2, 2))
    matrix = cut.fit_transform([prepared(left.text) for left in region.statements])
    cosines = np.triu((matrix @ matrix.T).toarray(), k=1)
    for a, b in np.argwhere(cosines > 0):
        left, right = region.statements[a], region.statements[b]
        if left.body != right.body:
            yield float(cosines[a, b]), left, right


def by_source(region: Region, source: str) -> Ranked:
    """Rank what one source of candidates proposes by what it goes by."""
    claims = region.measures.district.claims
    for left, right in SOURCES[source](region.measures, region.taxonomy):
        value = _MEASURED[source](region, left, right)
        yield value, claims[left].statement, claims[right].statement


def by_score(region: Region, left_out: str) -> Ranked:
    """Rank by dutygraph's score without one of its parts; an empty name leaves out none."""
    scored = (
        (
            pair,
            replace(result, parts={name: value for name, value in result.parts.items() if name != left_out}),
        )
        for pair, result in region.scored
    )
    for pair in duty_pairs(region.measures.district, scored):
        value = pair.score.value if left_out == "again" else pair.value
        yield value, pair.left.statement, pair.right.statement


def _object(region: Region, left: int, right: int) -> float:
    found = score((left, right), region.measures, region.taxonomy)
    return found.object if found else 0.0


_MEASURED: Mapping[str, Callable[[Region, int, int], float]] = {
    "object": _object,
    "particulars": lambda region, left, right: region.measures.sentences.particulars(left, right).weight,
    "meaning": lambda region, left, right: region.measures.meaning(left, right),
}


def rankings() -> Iterator[tuple[str, Callable[[Region], Ranked]]]:
    """Yield what is compared, by name."""
    yield "TF-IDF cosine of bigrams", partial(by_tfidf, prepared=str)
    yield "the same, formulas stripped", partial(by_tfidf, prepared=strip_formulas)
    for source in SOURCES:
        yield f"source {source} alone", partial(by_source, source=source)
    yield "score, pairs not gathered", partial(by_score, left_out="")
    for part in PARTS:
        yield f"score without {part}", partial(by_score, left_out=part)
