"""Texts of 40,000 characters that repeat what citations, lists and numbers are made of take a time that grows with them.

Four times the length takes four times as long, and sixteen times where the time grows with its square: of all regular
expressions that try again at every character the quickest needs one and a half seconds for these 40,000.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
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

TITLE = "云溪市澜江区气象局责任清单"
PLACES = {
    "text": f"{TITLE}\n一、部门职责\n{{}}\n",
    "title": f"{{}}{TITLE}\n一、部门职责\n",
    "task": f"{TITLE}\n一、部门职责\n序号\t主要职责\t工作事项\n1\t甲\t{{}}\n",
    "division": f"{TITLE}\n二、与相关部门的职责边界\n序号\t事项名称\t相关部门\t职责分工\n1\t甲\t乙局\t{{}}\n",
    "handler": f"{TITLE}\n四、公共服务\n序号\t服务事项\t服务内容\t承办机构\n1\t甲\t乙\t{{}}\n",
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
    "）",
    "【",
    "…",
    "&amp;",
    "续",
    "责任科室：",
    "5550101、",
)
SUM = f"{TITLE}\n一、部门职责\n序号\t主要职责\t工作事项\n1\t甲\t乙\n合计\t{{}}甲\n"
LENGTH = 40_000
TIMES_LONGER = 8
NOISE = 0.2
"""Seconds that may be those of a busy machine."""


@pytest.mark.parametrize("reader", READERS)
def test_the_time_of_a_reader_grows_with_a_text(reader: str) -> None:
    module, calls = READERS[reader]
    names, code = vars(import_module(module)), compile(calls, reader, "eval")
    assert grown(lambda text: eval(code, names, {"text": text}), UNITS, LENGTH) == {}


@pytest.mark.parametrize("place", PLACES)
def test_the_time_for_a_list_grows_with_a_text(place: str) -> None:
    assert grown(read_at(place), [*UNITS, *MORE], LENGTH) == {}


@pytest.mark.parametrize("place", PLACES)
def test_the_time_for_a_list_grows_with_its_lines(place: str) -> None:
    units = [f"{unit}\n" for unit in ("文", "《", "1、", "一、", "\t")]
    assert grown(read_at(place), units, LENGTH // 4) == {}


def test_the_time_for_a_sum_grows_with_its_number() -> None:
    assert grown(lambda text: parse_bytes(SUM.format(text).encode(), "a.txt"), ("1", "1项"), 24) == {}


def read_at(place: str) -> Callable[[str], object]:
    """Return what reads a list with a text at a place."""
    suffix = "html" if PLACES[place].startswith("<") else "txt"
    return lambda text: parse_bytes(PLACES[place].format(text).encode(), f"a.{suffix}")


def grown(read: Callable[[str], object], units: Iterable[str], length: int) -> dict[str, tuple[float, float]]:
    """Return the seconds for a quarter of the length and for the whole, of the units that take too much longer."""

    def seconds(unit: str, chars: int) -> float:
        text = (unit * chars)[:chars]
        with as_in_a_new_process():
            begun = process_time()
            read(text)
            return process_time() - begun

    seconds("文", length // 4)
    slow = {unit: whole for unit in units if (whole := seconds(unit, length)) > NOISE}
    measured = {unit: (seconds(unit, length // 4), whole) for unit, whole in slow.items()}
    return {unit: pair for unit, pair in measured.items() if pair[1] > TIMES_LONGER * pair[0] + NOISE}


@contextmanager
def as_in_a_new_process() -> Iterator[None]:
    """Let the garbage collector look at new objects only: those of all tests before take it a second each time."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
