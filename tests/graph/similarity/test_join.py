import os
import random
import subprocess
import sys
from fractions import Fraction
from math import isclose, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from dutygraph.graph.similarity import join
from dutygraph.graph.similarity.corpus import Corpus, build_corpus, texts_of
from dutygraph.graph.similarity.join import SLACK, Measure, similar_pairs
from dutygraph.graph.similarity.normalise import normalise
from dutygraph.graph.similarity.pairs import original_pairs
from dutygraph.graph.similarity.weights import learn_weights
from dutygraph.ingest.parse import parse_file
from tests.graph.similarity.reference import reaching, scored
from tests.ingest.sources import SAMPLE

Texts = list[tuple[str, int]]
Found = dict[tuple[int, int], float]

MEASURES = st.sampled_from(["cosine", "containment", "jaccard"])
THRESHOLDS = st.sampled_from([0.5, 0.6, 0.75, 0.8, 1.0]) | st.floats(0.05, 1)


def many_texts(seed: int) -> Texts:
    """Make more texts than hypothesis likes to."""
    dice = random.Random(seed)
    return [("".join(dice.choices("甲乙丙丁戊", k=dice.randrange(9))), dice.randrange(4)) for _ in range(60)]


FEW_TEXTS = st.lists(st.tuples(st.text("甲乙丙丁", max_size=7), st.integers(0, 3)), max_size=25)
TEXTS = FEW_TEXTS | st.integers(0, 2**32).map(many_texts)
"""So few characters that equal texts and ties are common; texts without any and with one character are among them."""


def corpus_of(texts: Texts) -> Corpus:
    return build_corpus([text for text, _ in texts], [group for _, group in texts])


def found(
    corpus: Corpus,
    measure: Measure,
    threshold: float,
    *,
    chosen: list[int] | None = None,
    within: bool = False,
    tile: int = join.TILE,
) -> Found:
    """Pairs of original texts with their scores, in the order in which they are found; none comes twice."""
    members = None if chosen is None else np.array(chosen, np.int64)
    pairs: Found = {}
    for piece in similar_pairs(corpus, measure, threshold, chosen=members, within=within, tile=tile):
        left, right, scores = original_pairs(corpus, piece, within=within)
        for pair, score in zip(zip(left.tolist(), right.tolist(), strict=True), scores.tolist(), strict=True):
            assert pair not in pairs
            pairs[pair] = score
    return pairs


@given(TEXTS, MEASURES, THRESHOLDS, st.booleans(), st.integers(1, 5))
def test_finds_what_comparing_all_with_all_finds(
    texts: Texts, measure: Measure, threshold: float, within: bool, tile: int
) -> None:
    corpus = corpus_of(texts)
    pairs = found(corpus, measure, threshold, within=within, tile=tile)
    everything = scored(texts, corpus.weights, measure, within)
    assert set(reaching(everything, measure, Fraction(threshold))) <= pairs.keys()
    assert pairs.keys() <= set(reaching(everything, measure, Fraction(threshold * (1 - 2 * SLACK))))
    for pair, score in pairs.items():
        exact = float(everything[pair])
        assert isclose(score, sqrt(exact) if measure == "cosine" else exact)


@given(TEXTS, MEASURES, THRESHOLDS, st.booleans(), st.integers(1, 5), st.data())
def test_an_incremental_run_finds_its_part_of_the_whole(
    texts: Texts, measure: Measure, threshold: float, within: bool, tile: int, data: st.DataObject
) -> None:
    corpus = corpus_of(texts)
    chosen = data.draw(st.lists(st.sampled_from(range(len(corpus.mass))))) if len(corpus.mass) else []
    theirs = {n for text in chosen for n in corpus.originals[corpus.begins[text] : corpus.begins[text + 1]]}
    whole = found(corpus, measure, threshold, within=within)
    part = {pair: score for pair, score in whole.items() if theirs.intersection(pair)}
    assert found(corpus, measure, threshold, chosen=chosen, within=within, tile=tile) == part


@given(TEXTS, MEASURES, st.sets(st.integers(0, 4)))
def test_lists_read_again_find_all_pairs_they_take_part_in(
    texts: Texts, measure: Measure, again: set[int]
) -> None:
    corpus = corpus_of(texts)
    pairs = found(corpus, measure, 0.5, chosen=texts_of(corpus, again).tolist())
    theirs = {pair for pair in found(corpus, measure, 0.5) if again.intersection(texts[n][1] for n in pair)}
    assert theirs <= pairs.keys()


@given(TEXTS, TEXTS, MEASURES)
def test_frozen_weights_serve_other_texts(texts: Texts, others: Texts, measure: Measure) -> None:
    frozen = learn_weights([text for text, _ in others], [group for _, group in others])
    corpus = build_corpus([text for text, _ in texts], [group for _, group in texts], frozen)
    everything = scored(texts, frozen, measure, within=False)
    assert corpus.weights is frozen
    assert set(reaching(everything, measure, Fraction(0.6))) <= found(corpus, measure, 0.6).keys()


@given(TEXTS, MEASURES)
def test_the_order_is_the_same_whatever_the_threads_do(texts: Texts, measure: Measure) -> None:
    corpus = corpus_of(texts)
    orders = []
    for ahead in (1, 2, 7):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(join, "AHEAD", ahead)
            patch.setattr(join, "STRETCH", 3)
            orders.append(list(found(corpus, measure, 0.3, tile=4)))
    assert orders[0] == orders[1] == orders[2]


@given(TEXTS, MEASURES)
def test_nothing_is_lost_when_buffers_are_full(texts: Texts, measure: Measure) -> None:
    corpus = corpus_of(texts)
    whole = found(corpus, measure, 0.1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(join, "ROOM", 4)
        assert found(corpus, measure, 0.1, tile=4) == whole


@pytest.mark.parametrize("threshold", [0.4, 0.6, 0.8])
def test_agrees_with_scikit_learn_on_the_sample(threshold: float) -> None:
    lists = [found_list for path in SAMPLE for found_list in parse_file(path).lists]
    duties = [duty for found_list in lists for duty in found_list.duties]
    texts = sorted(
        {normalise(text) for duty in duties for text in (duty.text, *(task.text for task in duty.tasks))}
    )
    corpus = build_corpus(texts, range(len(texts)))
    matrix = TfidfVectorizer(analyzer="char", ngram_range=(2, 2), binary=True, lowercase=False).fit_transform(
        texts
    )
    cosines = np.triu((matrix @ matrix.T).toarray(), 1)
    pairs = found(corpus, "cosine", threshold)
    assert pairs.keys() >= set(
        zip(*map(np.ndarray.tolist, np.nonzero(cosines > threshold + 1e-5)), strict=True)
    )
    assert all(isclose(score, cosines[pair], abs_tol=1e-5) for pair, score in pairs.items())
    assert len(pairs) >= 5


def test_equal_texts_of_two_departments_are_a_pair() -> None:
    corpus = build_corpus(["负责统计", "负责统计", "负责统计", "督", "督"], [1, 1, 2, 1, 2])
    assert found(corpus, "jaccard", 1) == {(0, 2): 1, (1, 2): 1}
    assert found(corpus, "jaccard", 1, within=True) == {(0, 1): 1, (0, 2): 1, (1, 2): 1}


def test_a_part_is_contained_whole() -> None:
    corpus = build_corpus(["指导全区安全生产", "安全生产"], [0, 1])
    assert found(corpus, "containment", 1) == {(0, 1): 1}
    assert found(corpus, "cosine", 0.9) == {}


@pytest.mark.parametrize("threshold", [0, -0.5, 1.01, float("nan")])
def test_refuses_a_threshold_that_is_no_score(threshold: float) -> None:
    with pytest.raises(ValueError, match="threshold"):
        list(similar_pairs(build_corpus([], []), "cosine", threshold))


def test_the_compiler_is_loaded_only_to_join() -> None:
    code = "import sys, dutygraph.graph.similarity.join; sys.exit('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_joins_where_compiled_code_cannot_be_kept() -> None:
    code = (
        "from dutygraph.graph.similarity.corpus import build_corpus;"
        "from dutygraph.graph.similarity.join import similar_pairs;"
        "pieces = similar_pairs(build_corpus(['负责统计', '负责统计'], [1, 2]), 'cosine', 1);"
        "print(sum(len(piece.left) for piece in pieces))"
    )
    nowhere = {**os.environ, "NUMBA_CACHE_LOCATOR_CLASSES": "IPythonCacheLocator"}
    run = subprocess.run(
        [sys.executable, "-c", code], env=nowhere, capture_output=True, encoding="utf-8", check=False
    )
    assert (run.stdout.strip(), run.stderr) == ("1", "")
