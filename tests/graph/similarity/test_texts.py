import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.similarity.corpus import SEVERAL, build_corpus
from dutygraph.graph.similarity.normalise import normalise
from dutygraph.graph.similarity.weights import bigrams_of, learn_weights
from tests.graph.similarity.reference import bigrams


@pytest.mark.parametrize(
    ("text", "masks", "expected"),
    [
        ("（一）负责 统计、普查；", (), "一负责统计普查"),
        ("２０２４年ＡＢ类", (), "0000年AB类"),
        ("第12条_《条例》", (), "第00条条例"),
        ("负责全区教育", ("全区",), "负责教育"),
        ("云溪区教育局和云溪教育", ("云溪", "云溪区"), "教育局和教育"),
        ("本市，区内", ("市区",), "本市区内"),
        ("ＡＢ区教育", ("AB区",), "教育"),
        ("a.c abc", ("a.c",), "abc"),
        ("负责", ("",), "负责"),
        ("。；", (), ""),
        ("", ("全区",), ""),
    ],
)
def test_normalise(text: str, masks: tuple[str, ...], expected: str) -> None:
    assert normalise(text, masks) == expected


@given(st.text())
def test_normalised_texts_stay_as_they_are(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.lists(st.text(max_size=6)))
def test_each_text_has_each_of_its_bigrams_once(texts: list[str]) -> None:
    found = bigrams_of(texts)
    names = [chr(key >> 32) + chr(key & 0xFFFFFFFF) for key in found.keys.tolist()]
    assert names == sorted(names)
    pairs = [(names[key], text) for key, text in zip(found.key.tolist(), found.text.tolist(), strict=True)]
    assert pairs == sorted((bigram, number) for number, text in enumerate(texts) for bigram in bigrams(text))


def test_weights_count_the_lists_that_use_a_bigram() -> None:
    weights = learn_weights(["统计统计", "统计", "统筹", "统计"], [7, 7, 7, 2])
    counts = dict(zip(weights.keys.tolist(), weights.counts.tolist(), strict=True))
    assert counts == {
        ord(a) << 32 | ord(b): n for a, b, n in [("统", "计", 2), ("计", "统", 1), ("统", "筹", 1)]
    }
    assert weights.units == 2


def test_what_no_text_used_weighs_most_and_what_all_use_weighs_one() -> None:
    weights = learn_weights(["统计", "统计局"], [0, 1])
    assert weights.counts_of(np.array([0, *weights.keys], np.uint64)).tolist() == [0, 2, 1]
    unused, used = weights.values(np.array([0, 2])).tolist()
    assert used == 1
    assert unused == pytest.approx((np.log(3) + 1) ** 2, rel=1e-5)


def test_equal_texts_become_one_with_all_their_departments() -> None:
    corpus = build_corpus(["统计工作", "统计", "统计工作", "统计", ""], [4, 5, 6, 5, 6])
    originals = np.split(corpus.originals, corpus.begins[1:-1])
    assert [numbers.tolist() for numbers in originals] == [[4], [1, 3], [0, 2]]
    assert corpus.sole.tolist() == [6, 5, SEVERAL]
    assert corpus.mass.tolist() == sorted(corpus.mass)
    assert np.diff(corpus.starts).tolist() == [0, 1, 3]
