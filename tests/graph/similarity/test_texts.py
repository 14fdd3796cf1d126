import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.similarity.corpus import SEVERAL, build_corpus
from dutygraph.graph.similarity.weights import bigrams_of, weights_of
from tests.graph.similarity.reference import bigrams


@given(st.lists(st.text(max_size=6)))
def test_each_text_has_each_of_its_bigrams_once(texts: list[str]) -> None:
    found = bigrams_of(texts)
    names = [chr(key >> 32) + chr(key & 0xFFFFFFFF) for key in found.keys.tolist()]
    assert names == sorted(names)
    pairs = [(names[key], text) for key, text in zip(found.key.tolist(), found.text.tolist(), strict=True)]
    assert pairs == sorted((bigram, number) for number, text in enumerate(texts) for bigram in bigrams(text))


def test_a_bigram_of_all_texts_weighs_one_and_a_rare_one_more() -> None:
    common, rare = weights_of(np.array([2, 1]), 2).tolist()
    assert common == 1
    assert rare == pytest.approx((np.log(3 / 2) + 1) ** 2, rel=1e-5)


def test_equal_texts_become_one_with_all_their_departments() -> None:
    corpus = build_corpus(["统计工作", "统计", "统计工作", "统计", ""], [4, 5, 6, 5, 6])
    originals = np.split(corpus.originals, corpus.begins[1:-1])
    assert [numbers.tolist() for numbers in originals] == [[4], [1, 3], [0, 2]]
    assert corpus.sole.tolist() == [6, 5, SEVERAL]
    assert corpus.mass.tolist() == sorted(corpus.mass)
    assert np.diff(corpus.starts).tolist() == [0, 1, 3]
