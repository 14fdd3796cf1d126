"""Citations: labelled cases, and what must hold for any text."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.ingest.laws.citations import find_citations
from dutygraph.ingest.word_files import load_words

CASES: list[dict[str, Any]] = load_words(Path(__file__).parent / "cases" / "citations.yaml")
PIECES = (
    *"《》〈＜＞（）、。；\n ",
    *(
        "〔2013〕",
        "[2010]",
        "12号",
        "国办发",
        "国务院令第5号",
        "第六条",
        "第(二)项",
        "的通知",
        "条例",
        "通知书",
    ),
    *("根据", "关于", "云溪区", "中华人民共和国"),
)
MESS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


def printed(text: str) -> list[list[str | None]]:
    return [[found.title, found.document_number, found.articles] for found in find_citations(text)]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:30] for case in CASES])
def test_labelled_case(case: dict[str, Any]) -> None:
    assert printed(case["text"].replace("⏎", "\n")) == case["citations"]


@given(MESS)
def test_any_text_is_read_and_every_mention_stands_where_it_says(text: str) -> None:
    found = find_citations(text)
    starts = [citation.start for citation in found]
    assert starts == sorted(set(starts))
    for citation in found:
        rest = "".join(text[citation.start :].split())
        assert (citation.title or citation.document_number or "?") in rest


@given(MESS, MESS)
def test_a_full_stop_parts_citations(left: str, right: str) -> None:
    left, right = (part.replace("《", "").replace("＜", "").replace("〈", "") for part in (left, right))
    assert printed(f"{left}。\n{right}") == printed(left) + printed(right)


def test_offsets_lead_to_the_line() -> None:
    text = "1、《湿地保护法》\n2、《森林法》第八条\n"
    assert [text[: found.start].count("\n") for found in find_citations(text)] == [0, 1]


def test_every_citation_of_a_long_text_is_found() -> None:
    assert len(find_citations("根据《森林法》（主席令第39号）第八条和《" * 10_000)) == 10_000
