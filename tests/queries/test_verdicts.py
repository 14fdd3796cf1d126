"""What people say about findings stays, whatever is read or computed after it."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dutygraph.errors import UnwritableFileError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import AmbiguousNameError, ArgumentError, UnknownFindingError, VerdictFileError
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.read.findings import finding_card, list_findings, stored_findings
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.queries.findings.review.decisions import VerdictRecord
from dutygraph.queries.findings.review.verdicts import judge, keep_verdicts, verdict_records
from dutygraph.queries.findings.update.recompute import recompute
from dutygraph.queries.verdicts.files import export_verdicts, import_verdicts
from dutygraph.queries.verdicts.report import verdict_report
from tests.queries.found import find
from tests.queries.short import load, said

CIVIL = "云溪市澜江区民政局"
ORPHAN: dict[str, Any] = {"department": CIVIL, "duties": [{"text": "管理殡葬服务机构。"}]}
MENDED: dict[str, Any] = {
    "department": CIVIL,
    "duties": [{"text": "管理殡葬服务机构。", "tasks": [{"text": "年度检查。", "office": "社会事务股"}]}],
}


def read(store: GraphStore, list_: dict[str, Any]) -> None:
    load(store, [list_])
    recompute(store)


def orphan(store: GraphStore) -> Finding:
    read(store, ORPHAN)
    return find(store, kinds=["orphan.no_task"]).findings[0]


def conflicts(store: GraphStore) -> list[str]:
    return [one.conflict for one in verdict_report(store).contradictions]


def test_verdicts_add_up_and_the_last_one_counts(store: GraphStore) -> None:
    id_ = orphan(store).id
    judge(store, id_, said("confirmed", by="张三"))
    judge(store, id_.removeprefix("finding-")[:6], said("dismissed", by=" 李四 ", note="另有规定"))
    card = finding_card(store, id_)
    assert [(v.value, v.by, v.note) for v in card.history] == [
        ("confirmed", "张三", None),
        ("dismissed", "李四", "另有规定"),
    ]
    assert card.findings[0].verdict == card.history[-1]
    assert card.history[0].at <= card.history[1].at


def test_a_finding_is_chosen_by_where_it_stands(store: GraphStore) -> None:
    id_ = orphan(store).id
    assert id_ in {entry.id for entry in list_findings(store, Selection(statuses=["open"]))}
    judge(store, id_, said("undecided", by="张三"))
    assert [entry.id for entry in list_findings(store, Selection(statuses=["undecided"]))] == [id_]
    assert id_ not in {entry.id for entry in list_findings(store, Selection(statuses=["open"]))}


def test_a_verdict_survives_that_its_finding_vanishes_and_comes_back(store: GraphStore) -> None:
    id_ = orphan(store).id
    judge(store, id_, said("justified", by="张三", note="由上级承担"))
    read(store, ORPHAN)
    assert finding_card(store, id_).history[0].note == "由上级承担"

    read(store, MENDED)
    assert id_ not in {finding.id for finding in stored_findings(store).findings}
    card = finding_card(store, id_)
    assert not card.found
    assert card.findings[0].sentence.zh
    assert [verdict.value for verdict in card.history] == ["justified"]

    read(store, ORPHAN)
    again = {finding.id: finding for finding in stored_findings(store).findings}[id_]
    assert again.verdict is not None
    assert (again.verdict.value, again.verdict.by) == ("justified", "张三")
    assert finding_card(store, id_).found


def test_what_nobody_judged_goes_for_good(store: GraphStore) -> None:
    id_ = orphan(store).id
    read(store, MENDED)
    assert store.read("MATCH (f:Finding {id: $id}) RETURN f.id", {"id": id_}) == []
    with pytest.raises(UnknownFindingError):
        finding_card(store, id_)


def test_the_beginning_of_an_id_must_be_the_beginning_of_one(store: GraphStore) -> None:
    read(store, {"department": CIVIL, "duties": [{"text": "管理殡葬服务机构。"}, {"text": "登记婚姻。"}]})
    for text, error in (
        ("finding-", AmbiguousNameError),
        *((one, UnknownFindingError) for one in ("zzz", "", " ")),
    ):
        with pytest.raises(error):
            judge(store, text, said("confirmed", by="张三"))
    assert verdict_records(store) == []


@pytest.mark.parametrize(("value", "by"), [("maybe", "张三"), ("confirmed", " "), ("confirmed", "\udcff")])
def test_a_verdict_needs_a_value_and_a_name(value: str, by: str, store: GraphStore) -> None:
    id_ = orphan(store).id
    with pytest.raises(ArgumentError):
        judge(store, id_, said(value, by=by))
    assert verdict_records(store) == []


def test_the_report_names_what_contradicts_a_verdict(store: GraphStore) -> None:
    id_ = orphan(store).id
    judge(store, id_, said("confirmed", by="张三"))
    assert conflicts(store) == []
    read(store, MENDED)
    assert conflicts(store) == ["vanished"]
    read(store, ORPHAN)
    assert conflicts(store) == []
    judge(store, id_, said("dismissed", by="李四"))
    assert conflicts(store) == ["disagreement"]
    judge(store, id_, said("dismissed", by="张三"))  # has come to see it so
    assert conflicts(store) == []


def test_whoever_withdraws_a_verdict_disagrees_with_nobody(store: GraphStore) -> None:
    id_ = orphan(store).id
    judge(store, id_, said("confirmed", by="张三"))
    judge(store, id_, said("undecided", by="张三", note="再看看"))
    judge(store, id_, said("dismissed", by="李四"))
    assert conflicts(store) == []
    judge(store, id_, said("confirmed", by="张三"))
    assert conflicts(store) == ["disagreement"]


def test_the_report_sees_another_score_or_evidence(store: GraphStore) -> None:
    finding = orphan(store)
    judge(store, finding.id, said("justified", by="张三"))
    (record,) = verdict_records(store)
    assert conflicts(store) == []
    for later, changed in (
        ({"score": 0.96}, []),
        ({"score": 0.9}, ["changed"]),
        ({"wordings": ["0"]}, ["changed"]),
    ):
        at = f"2099-01-01T00:00:0{len(verdict_records(store))}Z"
        keep_verdicts(store, [VerdictRecord.model_validate({**record.model_dump(), **later, "at": at})])
        assert conflicts(store) == changed


def test_the_wording_of_evidence_is_seen_and_its_line_is_not(store: GraphStore) -> None:
    def lists(text: str, before: int) -> dict[str, Any]:
        duty = {"text": "管理殡葬服务机构。", "tasks": [{"text": text}]}
        return {
            "department": CIVIL,
            "services": [{"name": f"服务{n}"} for n in range(before)],
            "duties": [duty],
        }

    read(store, lists("年度检查", 1))
    (finding,) = find(store, kinds=["orphan.no_office"]).findings
    judge(store, finding.id, said("justified", by="张三"))
    read(store, lists("年度检查", 3))
    assert conflicts(store) == []
    read(store, lists("年度检查。", 3))  # the same statement, printed otherwise
    assert [finding.id for finding in find(store, kinds=["orphan.no_office"]).findings] == [finding.id]
    assert conflicts(store) == ["changed"]


def test_verdicts_travel_as_json_lines(store: GraphStore, tmp_path: Path) -> None:
    id_ = orphan(store).id
    judge(store, id_, said("undecided", by="李四"))
    judge(store, id_, said("confirmed", by="张三", note="属实\n请整改"))
    path = tmp_path / "意见.jsonl"
    assert export_verdicts(store, path) == 2
    assert [file.name for file in tmp_path.iterdir()] == ["意见.jsonl"]
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2
    before = verdict_records(store)
    assert import_verdicts(store, path) == (0, 2)

    store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
    assert import_verdicts(store, path) == (2, 0)
    assert import_verdicts(store, path) == (0, 2)
    assert verdict_records(store) == before
    assert [one.sentence for one in verdict_report(store).contradictions] == [None]

    orphan(store)  # the finding comes after its verdicts
    assert [verdict.value for verdict in finding_card(store, id_).history] == ["undecided", "confirmed"]
    read(store, MENDED)
    assert not finding_card(store, id_).found


RECORD = {"finding": "finding-1", "value": "confirmed", "by": "张三", "at": "2026-01-31T09:00:00+08:00"}


@pytest.mark.parametrize(
    "wrong",
    [
        "[]",
        "{",
        '"\\ud800"',
        {**RECORD, "value": "maybe"},
        {**RECORD, "by": ""},
        {**RECORD, "at": "2026-01-31T09:00:00"},
        {**RECORD, "at": "yesterday"},
        {**RECORD, "at": "0001-01-01T00:00:00+14:00"},
        {**RECORD, "at": "9999-12-31T23:59:59-14:00"},
        {**RECORD, "score": "much"},
        {**RECORD, "more": 1},
        {name: value for name, value in RECORD.items() if name != "finding"},
    ],
)
def test_a_file_with_a_wrong_line_changes_nothing(wrong: Any, store: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "verdicts.jsonl"
    line = wrong if isinstance(wrong, str) else json.dumps(wrong)
    path.write_text(f"\ufeff{json.dumps(RECORD)}\r\n\n{line}\n", encoding="utf-8")
    with pytest.raises(VerdictFileError) as caught:
        import_verdicts(store, path)
    assert "第 3 行" in caught.value.text.zh
    assert "line 3" in caught.value.text.en
    assert verdict_records(store) == []


def test_a_file_that_is_none_is_told(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "gbk.jsonl").write_bytes(json.dumps(RECORD, ensure_ascii=False).encode("gbk"))
    for name in ("gbk.jsonl", "missing.jsonl", "."):
        with pytest.raises(VerdictFileError):
            import_verdicts(store, tmp_path / name)
    with pytest.raises(UnwritableFileError):
        export_verdicts(store, tmp_path / "no folder" / "verdicts.jsonl")


def test_a_verdict_that_is_there_is_never_written_over(store: GraphStore) -> None:
    judge(store, orphan(store).id, said("justified", by="张三"))
    (before,) = verdict_records(store)
    keep_verdicts(store, [before.model_copy(update={"evidence": "another", "score": 0.1})])
    assert verdict_records(store) == [before]


def test_a_line_that_stands_twice_is_one_verdict(store: GraphStore, tmp_path: Path) -> None:
    path = tmp_path / "verdicts.jsonl"
    same_time = {**RECORD, "at": "2026-01-31T01:00:00.000Z"}
    path.write_text(f"{json.dumps(RECORD)}\n{json.dumps(same_time)}", encoding="utf-8")
    assert import_verdicts(store, path) == (1, 0)


@given(
    st.builds(
        dict,
        finding=st.text(min_size=1),
        value=st.sampled_from(["confirmed", "justified", "dismissed", "undecided"]),
        by=st.text(min_size=1),
        at=st.datetimes(datetime(2000, 1, 2), datetime(2999, 12, 30), timezones=st.timezones()).map(
            lambda time: time.isoformat()
        ),
        note=st.none() | st.text(),
        score=st.none() | st.floats(0, 1),
    )
)
def test_a_line_reads_back_as_it_was_written(fields: dict[str, Any]) -> None:
    try:
        record = VerdictRecord.model_validate(fields)
    except ValidationError:
        return  # blank names
    again = VerdictRecord.model_validate_json(record.model_dump_json())
    assert again == record
    assert again.id == record.id
