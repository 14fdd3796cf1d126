"""What would steer a terminal is shown, and nothing else is changed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.visible import shortened, visible, visible_json
from tests.hostile import STEERING

TEXTS = st.text(st.characters())


@pytest.mark.parametrize(
    ("character", "shown"),
    [
        ("\x1b", "<U+001B>"),
        ("\x9b", "<U+009B>"),
        ("\x7f", "<U+007F>"),
        ("\r", "<U+000D>"),
        ("\u202e", "<U+202E>"),
        ("\u2066", "<U+2066>"),
        ("\u200b", "<U+200B>"),
        ("\u2028", "<U+2028>"),
        ("\ufeff", "<U+FEFF>"),
        ("\ufffe", "<U+FFFE>"),
        ("\ud800", "<U+D800>"),
        ("\U000e0041", "<U+E0041>"),
    ],
)
def test_a_character_that_steers_is_shown_by_its_number(character: str, shown: str) -> None:
    assert visible(f"甲{character}乙") == f"甲{shown}乙"


@pytest.mark.parametrize("text", ["第一条\t“甲”\n", "\u3000é𠀀😀\ue000\xa0", "\u3105ａ①㎡"])
def test_other_characters_stay(text: str) -> None:
    assert visible(text) == visible_json(text) == text


@given(TEXTS)
def test_nothing_that_steers_is_left(text: str) -> None:
    assert not STEERING.search(visible(text))


@given(TEXTS)
def test_a_json_text_says_the_same(text: str) -> None:
    told = json.dumps([text, {text: 1}], ensure_ascii=False, indent=1)
    shown = visible_json(told)
    assert not STEERING.search(shown)
    assert json.loads(shown) == json.loads(told)


@given(st.text(max_size=12), st.integers(1, 10))
def test_a_shortened_text_is_no_longer_than_was_asked(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]) and len(text) > most)
