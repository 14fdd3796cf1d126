"""Damage to the files of the embedded engine is told, and takes no verdict with it."""

import json
import shutil
import stat
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dutygraph.errors import UnwritableFileError
from dutygraph.graph.errors import StoreError
from dutygraph.graph.health import examine
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.findings.models import Comment
from dutygraph.queries.findings.read.findings import list_findings
from dutygraph.queries.findings.review.comments import comments_on, keep_comments
from dutygraph.queries.findings.review.decisions import VerdictRecord
from dutygraph.queries.findings.review.journals import reconcile_journals
from dutygraph.queries.findings.review.verdicts import keep_verdicts, verdict_records


def _cut(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size // 2)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.fixture
def folder(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_folder, tmp_path / "data"))


def _judge_some(folder: Path) -> list[VerdictRecord]:
    with GraphStore.open(StoreSettings(data=folder)) as store:
        for number, entry in enumerate(list_findings(store)[:3]):
            at = f"2026-01-0{number + 1}T00:00:00Z"
            keep_verdicts(
                store, [VerdictRecord(finding=entry.id, value="confirmed", by="张三", at=at, note="属实")]
            )
        return verdict_records(store)


@pytest.mark.parametrize("label", ["Verdict", "DutyList", "Duty"])
@pytest.mark.parametrize("damage", [_cut, _empty, Path.unlink])
def test_a_damaged_file_is_told_and_verdicts_come_back(
    folder: Path, label: str, damage: Callable[[Path], object]
) -> None:
    verdicts = _judge_some(folder)
    (file,) = (folder / "engine" / "databases" / "kg").glob(f"{label}_0.*.bucket")
    damage(file)
    try:
        with GraphStore.open(StoreSettings(data=folder)) as store:
            told = [*reconcile_journals(store), *examine(store)]
            assert verdict_records(store) == verdicts
    except StoreError as error:  # the engine itself refuses what is asked
        told = [error.text]
    assert told


def test_verdicts_that_are_gone_are_restored_with_all_they_say(folder: Path) -> None:
    verdicts = _judge_some(folder)
    with GraphStore.open(StoreSettings(data=folder)) as store:
        store.write(lambda tx: tx.run("MATCH (v:Verdict) DETACH DELETE v"))
        assert [fault.en for fault in reconcile_journals(store)] == [
            "3 verdicts were missing from the graph and were restored from verdicts.jsonl"
        ]
        assert verdict_records(store) == verdicts
        assert len(store.read("MATCH (v:Verdict)-[:JUDGES]->(f:Finding) RETURN f.id AS id")) == 3
        assert reconcile_journals(store) == []


def test_verdicts_lost_by_a_server_are_restored_from_the_data_folder(
    neo4j_settings: StoreSettings, tmp_path: Path
) -> None:
    settings = neo4j_settings.model_copy(update={"data": tmp_path / "not yet there"})
    record = VerdictRecord(
        finding="finding-1", value="confirmed", by="张三", at="2026-01-01T00:00:00Z", due=date(2026, 12, 31)
    )
    with GraphStore.open(settings) as store:
        store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
        store.prepare()
        keep_verdicts(store, [record])
        store.write(lambda tx: tx.run("MATCH (v:Verdict) DELETE v"))
        (told,) = reconcile_journals(store)
        assert "1 verdicts were missing from the graph" in told.en
        assert verdict_records(store) == [record]
        assert reconcile_journals(store) == []
    (journal,) = (tmp_path / "not yet there").glob("*verdicts.jsonl")
    assert journal.name in told.zh


def test_the_journal_takes_what_it_lacks_and_whatever_a_verdict_has(folder: Path) -> None:
    _judge_some(folder)
    journal = folder / "verdicts.jsonl"
    journal.unlink()
    with GraphStore.open(StoreSettings(data=folder)) as store:
        store.write(lambda tx: tx.run("MATCH (v:Verdict) SET v.due = '2026-12-31'"))
        assert reconcile_journals(store) == []
    lines = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    assert [line["due"] for line in lines] == ["2026-12-31"] * 3
    if sys.platform != "win32":
        assert stat.S_IMODE(journal.stat().st_mode) == 0o600


def test_what_the_journal_cannot_take_is_not_in_the_graph_either(folder: Path) -> None:
    record = VerdictRecord(finding="finding-1", value="confirmed", by="张三", at="2026-01-01T00:00:00Z")
    comment = Comment(
        finding="finding-1",
        department="民政局",
        department_id="x",
        text="同意",
        at=record.at,
        source="函",
        locator={},
    )
    with GraphStore.open(StoreSettings(data=folder)) as store:
        for name in ("verdicts.jsonl", "comments.jsonl"):
            (folder / name).mkdir()
        with pytest.raises(UnwritableFileError, match="verdicts"):
            keep_verdicts(store, [record])
        with pytest.raises(UnwritableFileError, match="comments"):
            keep_comments(store, [comment])
        assert verdict_records(store) == []
        assert comments_on(store) == {}
        for name in ("verdicts.jsonl", "comments.jsonl"):
            (folder / name).rmdir()
        keep_verdicts(store, [record])
        keep_comments(store, [comment])
        assert verdict_records(store) == [record]
        assert reconcile_journals(store) == []


def test_what_the_graph_refuses_is_not_in_the_journal_either(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = VerdictRecord(finding="finding-1", value="confirmed", by="张三", at="2026-01-01T00:00:00Z")
    monkeypatch.setattr(
        "dutygraph.queries.findings.review.review_journal.cypher", lambda name: f"no statement {name}"
    )
    with GraphStore.open(StoreSettings(data=folder)) as store, pytest.raises(StoreError):
        keep_verdicts(store, [record])
    assert not (folder / "verdicts.jsonl").exists()


def test_a_damaged_line_is_told(folder: Path) -> None:
    _judge_some(folder)
    with (folder / "verdicts.jsonl").open("ab") as file:
        file.write(b'{"id": "verd')
    with GraphStore.open(StoreSettings(data=folder)) as store:
        (fault,) = reconcile_journals(store)
    assert "第 4 行" in fault.zh


@pytest.mark.parametrize(
    ("file", "line"),
    [
        (
            "verdicts.jsonl",
            {"finding": "finding-1", "value": "wrong", "by": "张三", "at": "2026-01-01T00:00:00Z"},
        ),
        ("verdicts.jsonl", {"finding": "finding-1", "value": "confirmed"}),
        ("verdicts.jsonl", {"id": None}),
        (
            "comments.jsonl",
            {"finding": "finding-1", "department": "x", "text": "同意", "at": "2026", "source": "函"},
        ),
        ("comments.jsonl", {"finding": "finding-1", "text": 7, "place": "{}"}),
    ],
    ids=str,
)
def test_a_line_that_says_nothing_is_told_and_not_restored(
    folder: Path, file: str, line: dict[str, Any]
) -> None:
    with (folder / file).open("a", encoding="utf-8") as journal:
        journal.write(json.dumps({"id": "said-1", **line}) + "\n")
    with GraphStore.open(StoreSettings(data=folder)) as store:
        (fault,) = reconcile_journals(store)
        assert fault.en == f"1 lines of {file} are damaged and cannot be read: 1"
        list_findings(store)
        assert (verdict_records(store), comments_on(store)) == ([], {})


def test_a_whole_graph_is_whole(folder: Path) -> None:
    for _ in range(2):
        with GraphStore.open(StoreSettings(data=folder)) as store:
            assert [*reconcile_journals(store), *examine(store)] == []


def test_statements_without_list_or_department_are_told(folder: Path) -> None:
    with GraphStore.open(StoreSettings(data=folder)) as store:
        store.write(lambda tx: tx.run("MATCH (l:DutyList) WITH l LIMIT 1 DETACH DELETE l"))
        assert any("which the graph lacks" in fault.en for fault in examine(store))
        store.write(lambda tx: tx.run("MATCH ()-[e:HAS_DUTY]->() DELETE e"))
        assert any("belong to no department" in fault.en for fault in examine(store))
