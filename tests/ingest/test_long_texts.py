"""Texts of 100,000 characters that repeat what citations, lists and numbers are made of come to an end.

Each reader runs in a process of its own that is ended after minutes: one that takes the square of the length needs longer.
"""

import subprocess
import sys

import pytest

UNITS = (
    "《",
    "《法》",
    "1",
    "一",
    "第一条",
    "第1条、",
    "1、",
    "一、",
    "（",
    "（1）",
    "、",
    "甲、",
    "各",
    "市",
    " ",
    "局",
)
READERS = {
    "citations": ("dutygraph.ingest.laws.citations", "find_citations(text), find_citations('《民法》' + text), "
                  "find_citations('《民法》第' + text), find_citations('《民法》' + text + '令第1号')"),
    "articles": ("dutygraph.ingest.laws.articles", "highest_article(text), highest_article('第' + text + '款')"),
    "broken citations": ("dutygraph.graph.analysis.slips.broken_citations", "list(broken_citations(text))"),
    "instruments": ("dutygraph.ingest.laws.instruments", "fold_document_number(text)"),
    "targets": ("dutygraph.ingest.names.targets", "split_targets(text)"),
    "offices": ("dutygraph.ingest.names.offices", "split_offices(text), offices_mentioned(text)"),
    "bodies": ("dutygraph.ingest.names.body_names", "split_bodies(text)"),
    "regions": ("dutygraph.ingest.names.region_of_list", "region_of_list('县政府', text)"),
    "pages": (
        "dutygraph.ingest.parse",
        "parse_bytes(f'<h1>气象局责任清单</h1><title>{text}</title><p>{text}完'.encode(), 'a.html')",
    ),
    "years": ("dutygraph.ingest.laws.years", "stated_year(text), latest_year([text])"),
}  # fmt: skip


@pytest.mark.parametrize("reader", READERS)
def test_a_long_text_comes_to_an_end(reader: str) -> None:
    module, calls = READERS[reader]
    code = f"from {module} import *\nfor unit in {UNITS}:\n    text = (unit * 100_000)[:100_000]\n    {calls}"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=150)
