"""Texts of 100,000 characters that repeat what citations, lists and numbers are made of come to an end.

Each reader runs in a process of its own that is ended after minutes: one that takes the square of the length needs longer.
Whole lists are measured by how the time grows: four times the length takes four times as long, and sixteen times where it
takes the square.
"""

import subprocess
import sys
from collections.abc import Iterable
from time import process_time

import pytest

from dutygraph.ingest.parse import parse_bytes

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


TITLE = "云溪市澜江区气象局责任清单"
PLACES = {
    "text": f"{TITLE}\n一、部门职责\n{{}}\n",
    "title": f"{{}}{TITLE}\n一、部门职责\n",
    "task": f"{TITLE}\n一、部门职责\n序号\t主要职责\t工作事项\n1\t甲\t{{}}\n",
    "division": f"{TITLE}\n二、与相关部门的职责边界\n序号\t事项名称\t相关部门\t职责分工\n1\t甲\t乙局\t{{}}\n",
    "regime": f"{TITLE}\n三、事中事后监管制度\n（一）甲监管\n1、监督检查对象\n{{}}\n",
    "one cell": f"<h1>{TITLE}</h1><p>一、部门职责</p><table><tr><td>{{}}</table>",
    "cell": f"<h1>{TITLE}</h1><p>一、部门职责</p><table><tr><td>主要职责<td>工作事项<tr><td>甲<td>{{}}</table>",
}
"""Where a long text stands in a list; pages are those that begin with a tag."""
MORE = (
    "\t",
    "第",
    "条",
    "《法》第一条",
    "令〔2015〕",
    "①",
    "⑴",
    "1.",
    "1.1",
    "（一）",
    "-",
    "|",
    "：",
    "2015",
    "年",
    "号",
    "⼯",
)
LENGTH = 100_000
TIMES_LONGER = 8
NOISE = 0.5
"""Seconds that may be those of a busy machine; the square of 100,000 takes minutes."""


def grown(place: str, units: Iterable[str], length: int) -> dict[str, tuple[float, float]]:
    """Return the seconds for a quarter of the length and for the whole, of the units that take too much longer."""

    def seconds(unit: str, chars: int) -> float:
        suffix = "html" if PLACES[place].startswith("<") else "txt"
        text = PLACES[place].format((unit * chars)[:chars])
        begun = process_time()
        parse_bytes(text.encode(), f"a.{suffix}")
        return process_time() - begun

    seconds("文", length // 4)
    measured = {unit: (seconds(unit, length // 4), seconds(unit, length)) for unit in units}
    return {unit: pair for unit, pair in measured.items() if pair[1] > TIMES_LONGER * pair[0] + NOISE}


@pytest.mark.parametrize("place", PLACES)
def test_the_time_for_a_list_grows_with_a_text(place: str) -> None:
    assert grown(place, [*UNITS, *MORE], LENGTH) == {}


@pytest.mark.parametrize("place", PLACES)
def test_the_time_for_a_list_grows_with_its_lines(place: str) -> None:
    assert grown(place, [f"{unit}\n" for unit in ("文", "《", "1、", "一、", "\t")], LENGTH // 4) == {}
