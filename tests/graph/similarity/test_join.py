import random
import re
from collections.abc import Iterator
from fractions import Fraction
from math import isclose, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.similarity import join, loops
from dutygraph.graph.similarity.corpus import Corpus, build_corpus
from dutygraph.graph.similarity.join import SLACK, similar_pairs
from dutygraph.graph.similarity.pairs import original_pairs
from dutygraph.ingest.parse import parse_file
from tests.graph.similarity.reference import reaching, squared_cosines
from tests.ingest.sources import SAMPLE

Texts = list[tuple[str, int]]
Found = dict[tuple[int, int], float]

THRESHOLDS = st.sampled_from([0.5, 0.6, 0.75, 0.8, 1.0]) | st.floats(0.05, 1)


@pytest.fixture(scope="module", autouse=True, params=["interpreted", "compiled"])
def _loops(request: pytest.FixtureRequest) -> Iterator[None]:
    """Join by the loops that few texts take, and by those that many take."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "compiled":
            patch.setattr(loops, "INTERPRETED", -1)
        yield


def many_texts(seed: int) -> Texts:
    """Make more texts than hypothesis likes to."""
    dice = random.Random(seed)
    return [("".join(dice.choices("甲乙丙丁戊", k=dice.randrange(9))), dice.randrange(4)) for _ in range(60)]


FEW_TEXTS = st.lists(st.tuples(st.text("甲乙丙丁", max_size=7), st.integers(0, 3)), max_size=25)
TEXTS = FEW_TEXTS | st.integers(0, 2**32).map(many_texts)
"""So few characters that equal texts and ties are common; texts without any and with one character are among them."""


def corpus_of(texts: Texts) -> Corpus:
    return build_corpus([text for text, _ in texts], [group for _, group in texts])


def found(corpus: Corpus, threshold: float, *, within: bool = False, tile: int = join.TILE) -> Found:
    """Pairs of original texts with their scores, in the order in which they are found; none comes twice."""
    pairs: Found = {}
    for piece in similar_pairs(corpus, threshold, within=within, tile=tile):
        left, right, scores = original_pairs(corpus, piece, within=within)
        for pair, score in zip(zip(left.tolist(), right.tolist(), strict=True), scores.tolist(), strict=True):
            assert pair not in pairs
            pairs[pair] = score
    return pairs


@given(TEXTS, THRESHOLDS, st.booleans(), st.integers(1, 5))
def test_finds_what_comparing_all_with_all_finds(
    texts: Texts, threshold: float, within: bool, tile: int
) -> None:
    pairs = found(corpus_of(texts), threshold, within=within, tile=tile)
    everything = squared_cosines(texts, within)
    assert reaching(everything, Fraction(threshold)) <= pairs.keys()
    assert pairs.keys() <= reaching(everything, Fraction(threshold * (1 - 2 * SLACK)))
    for pair, score in pairs.items():
        assert isclose(score, sqrt(everything[pair]))


@given(TEXTS)
def test_the_order_is_the_same_whatever_the_threads_do(texts: Texts) -> None:
    corpus = corpus_of(texts)
    orders = []
    for ahead in (1, 2, 7):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(join, "AHEAD", ahead)
            patch.setattr(join, "STRETCH", 3)
            orders.append(list(found(corpus, 0.3, tile=4)))
    assert orders[0] == orders[1] == orders[2]


@given(TEXTS)
def test_nothing_is_lost_when_buffers_are_full(texts: Texts) -> None:
    corpus = corpus_of(texts)
    whole = found(corpus, 0.1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(join, "ROOM", 4)
        assert found(corpus, 0.1, tile=4) == whole


@pytest.mark.parametrize("threshold", [0.4, 0.6, 0.8])
def test_agrees_with_scikit_learn_on_the_sample(threshold: float) -> None:
    # Loading it takes seconds, for which the collecting of all tests would wait.
    from sklearn.feature_extraction.text import TfidfVectorizer

    lists = [found_list for path in SAMPLE for found_list in parse_file(path).lists]
    duties = [duty for found_list in lists for duty in found_list.duties]
    printed = (text for duty in duties for text in (duty.text, *(task.text for task in duty.tasks)))
    texts = sorted({re.sub(r"\W", "", text) for text in printed})
    corpus = build_corpus(texts, range(len(texts)))
    matrix = TfidfVectorizer(analyzer="char", ngram_range=(2, 2), binary=True, lowercase=False).fit_transform(
        texts
    )
    cosines = np.triu((matrix @ matrix.T).toarray(), 1)
    pairs = found(corpus, threshold)
    assert pairs.keys() >= set(
        zip(*map(np.ndarray.tolist, np.nonzero(cosines > threshold + 1e-5)), strict=True)
    )
    assert all(isclose(score, cosines[pair], abs_tol=1e-5) for pair, score in pairs.items())
    assert len(pairs) >= 5


def test_equal_texts_of_two_departments_are_a_pair() -> None:
    corpus = build_corpus(["负责统计", "负责统计", "负责统计", "督", "督"], [1, 1, 2, 1, 2])
    assert found(corpus, 1) == {(0, 2): 1, (1, 2): 1}
    assert found(corpus, 1, within=True) == {(0, 1): 1, (0, 2): 1, (1, 2): 1}


@pytest.mark.parametrize("threshold", [0, -0.5, 1.01, float("nan")])
def test_refuses_a_threshold_that_is_no_score(threshold: float) -> None:
    with pytest.raises(ValueError, match="threshold"):
        list(similar_pairs(build_corpus([], []), threshold))
