"""A sentence takes hold of a case where it inspects, stops or penalises; without such words, what it is about is left."""

import pytest

from dutygraph.graph.analysis.language.enforcement import enforcing_words, without_enforcing


@pytest.mark.parametrize(
    ("text", "acts", "punishes"),
    [
        ("抽查汽修厂废机油的去向，对乱倒的责令改正", ("抽查", "责令"), True),
        ("巡查山塘，查看警示牌", ("巡查", "查看"), False),
        ("编制渔业发展规划", (), False),
    ],
)
def test_enforcement_is_told_by_its_words(text: str, acts: tuple[str, ...], punishes: bool) -> None:
    assert enforcing_words(text) == (acts, punishes)


def test_the_thing_is_left() -> None:
    left = without_enforcing("发现擅自占用盲道的，责令限期改正")
    assert "盲道" in left
    assert not any(word in left for word in ("发现", "擅自", "责令", "限期", "改正"))
