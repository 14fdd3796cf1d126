"""Words that keep company are told from words that do not, the same each time."""

import numpy as np
import pytest

from dutygraph.graph.analysis.overlap.association import DIMENSIONS, nearest, vectors


def alone(number: int) -> frozenset[str]:
    """A text that shares no term with others."""
    return frozenset(f"{number}-{term}" for term in range(5))


@pytest.mark.parametrize("count", [0, 1, DIMENSIONS, DIMENSIONS + 1, DIMENSIONS + 2, 3 * DIMENSIONS])
def test_texts_that_share_nothing_keep_no_company(count: int) -> None:
    texts = [alone(number) for number in range(count)]
    placed = vectors(texts, {term: 1.0 for text in texts for term in text})
    assert len(placed) == count
    assert list(nearest(placed, 0.01)) == []


def test_what_lies_beyond_the_directions_is_no_noise() -> None:
    """The strong directions belong to the long texts; of the short one nothing is left but errors of rounding."""
    long = [
        frozenset((*alone(number), f"{number}-more", *map(str, range(number % 9)))) for number in range(200)
    ]
    texts = [*long, frozenset({"短"}), frozenset[str]()]
    placed = vectors(texts, {term: 1.0 for text in texts for term in text})
    assert np.array_equal(placed[-2:], np.zeros_like(placed[-2:]))


def test_texts_with_the_same_company_are_near_though_they_share_no_word() -> None:
    topics = [frozenset({f"甲{topic}", f"乙{topic}", f"丙{topic}"}) for topic in range(40)]
    many = [frozenset({*topic, f"其他{number}"}) for number in range(6) for topic in topics]
    many += [frozenset({f"共同{number % 3}", f"其他{number}", f"另外{number % 7}"}) for number in range(60)]
    texts = [*many, frozenset({"甲0"}), frozenset({"乙0"}), frozenset({"乙1"})]
    placed = vectors(texts, {term: 1.0 for text in texts for term in text})
    one, same, other = len(many), len(many) + 1, len(many) + 2
    found = set(nearest(placed, 0.7))
    assert (one, same) in found
    assert (one, other) not in found


def test_blocks_change_nothing() -> None:
    dice = np.random.default_rng(7)
    placed = dice.normal(size=(2500, 3))
    placed /= np.linalg.norm(placed, axis=1, keepdims=True)
    expected = np.argwhere(np.triu(placed @ placed.T >= 0.999, k=1)).tolist()
    assert [list(pair) for pair in nearest(placed, 0.999)] == expected
