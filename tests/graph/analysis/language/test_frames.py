"""Frames of clauses: who does what to which thing, with whom, at which stage, whose affair (cases/frames.yaml)."""

import importlib.util
import json
import time
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutygraph.graph.analysis.language.frames.cutting import framed_clauses
from dutygraph.graph.analysis.language.frames.grammar import LONGEST, frames_of
from dutygraph.graph.analysis.language.frames.lexicon import load_words
from dutygraph.graph.analysis.language.frames.model import Frame
from dutygraph.graph.analysis.language.frames.segmenting import tokens_of
from dutygraph.ingest.word_files import parse_yaml
from tests.source_tree import ROOT

Case = dict[str, Any]
CASES: list[Case] = parse_yaml((Path(__file__).parent / "cases/frames.yaml").read_text(encoding="utf-8"))
LABELS = ROOT.parent / "shared/labels"
LEEWAY = 4
"""Characters that an act or a head may be cut longer or shorter (组织编制, 编制), as in the scorer of the labels."""
TOLD = ("stage", "affair", "limits")
SECONDS = 4.0
"""CPU time for 100,000 characters, half of them in clauses of the greatest length that is read; it takes about one."""

WORDS = load_words()
PIECES = [
    *sorted(WORDS.known)[::40],
    *(
        sorted(words)[0]
        for words in (WORDS.support, WORDS.noise, WORDS.tails, WORDS.joins, WORDS.topics, WORDS.matters)
    ),
    *(
        sorted(words)[-1]
        for words in (WORDS.weak, WORDS.predicates, WORDS.levels, WORDS.manners, WORDS.doing)
    ),
    *(
        "各种、",
        "工作",
        "问题",
        "围绕",
        "利用",
        "提供",
        "进行",
        "情况",
        "等",
        "向",
        "组织开展",
        "修葺",
        "备置",
    ),
    *"的、和并，。；（）对为其除外报经",
    "除",
    "以外的",
    "根据",
    "规定，",
    "批准后",
]
hostile = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["clause"])
def test_clauses_are_framed(case: Case) -> None:
    found = list(frames_of(case["clause"], case.get("above", "")))
    for wanted in case["frames"]:
        met = next((frame for frame in found if _meets(frame, wanted)), None)
        assert met is not None, (wanted, found)
        found.remove(met)
    assert found == []


def _meets(frame: Frame, wanted: Case) -> bool:
    told = {"stage": frame.stage, "affair": frame.affair, "limits": list(frame.object.limits)}
    return (
        _alike_all(frame.acts, wanted["acts"])
        and ("head" not in wanted or _alike(frame.object.head or "", wanted["head"]))
        and all(told[key] == wanted[key] for key in TOLD if key in wanted)
        and list(frame.partners) == wanted.get("partners", [])
        and frame.role == wanted.get("role", "none")
        and list(frame.exceptions) == wanted.get("exceptions", [])
    )


def _alike_all(found: tuple[str, ...], wanted: list[str]) -> bool:
    return len(found) == len(wanted) and all(map(_alike, found, wanted))


def _alike(found: str, wanted: str) -> bool:
    short, long = sorted((found, wanted), key=len)
    return found == wanted or (len(short) > 1 and short in long and len(long) - len(short) <= LEEWAY)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("（一）编制防洪规划；组织抢险。", ["编制防洪规划", "组织抢险"]),
        ("2.拟订水价标准，并组织实施，负责水费征收", ["拟订水价标准，并组织实施", "负责水费征收"]),
        ("会同区文旅局、区体育局，指导全民健身", ["会同区文旅局、区体育局，指导全民健身"]),
        ("按照规定的权限，审批林木采伐，确保资源永续", ["按照规定的权限，审批林木采伐，确保资源永续"]),
    ],
)
def test_texts_are_cut_where_a_clause_stands_alone(text: str, clauses: list[str]) -> None:
    found = framed_clauses(text)
    assert [clause.text for clause in found] == clauses
    assert all(text[clause.start : clause.end] == clause.text for clause in found)


def test_a_body_for_all_departments_acts_for_everybody() -> None:
    affairs = [frames_of("汇总分析旅游数据", cross_cutting=wide)[0].affair for wide in (False, True)]
    assert affairs == ["field", "everybody"]


@given(hostile)
def test_words_are_the_clause(text: str) -> None:
    tokens = tokens_of(text)
    assert "".join(token.text for token in tokens) == text
    assert all(text[token.start : token.end] == token.text for token in tokens)


@given(hostile, hostile)
def test_frames_quote_what_is_printed(text: str, above: str) -> None:
    for clause in framed_clauses(text, above):
        assert text[clause.start : clause.end] == clause.text
        for frame in clause.frames:
            for quoted in _strings(frame):
                assert quoted in clause.text


def _strings(frame: Frame) -> list[str]:
    thing = frame.object
    return [*frame.acts, thing.text, thing.head or "", *thing.limits, *frame.partners, *frame.exceptions]


@pytest.mark.parametrize("piece", ["负责", "规划的", "、", "经批准后", "督促企业落实", "（", "养老、", "云"])
def test_time_is_linear(piece: str) -> None:
    line = piece * (LONGEST // len(piece)) + "；"
    text = line * (50_000 // len(line)) + piece * (50_000 // len(piece))
    start = time.process_time()
    framed_clauses(text)
    assert time.process_time() - start < SECONDS


@pytest.mark.skipif(not LABELS.is_dir(), reason="the labels lie beside the checkout, not in it")
def test_labelled_clauses_are_framed_as_well_as_measured() -> None:
    scorer = _scorer()
    gold = scorer.load(LABELS / "frames.jsonl")
    found = {key: {"frames": [asdict(frame) for frame in frames_of(key[2])]} for key in gold}
    couples = scorer.paired(gold, found)
    figures = {
        "bound": scorer.measure("bound", gold, found)[2],
        **{key: scorer.accuracy(couples, key) for key in ("affair", "stage", "role")},
    }
    floors = {"bound": 0.91, "affair": 0.88, "stage": 0.92, "role": 0.95}
    assert {name for name, floor in floors.items() if figures[name] < floor} == set(), json.dumps(figures)


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_frames", LABELS / "score_frames.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
