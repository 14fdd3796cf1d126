"""The commands about findings, verdicts and rules, over the sample district in a folder of its own."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from dutygraph.__main__ import app
from dutygraph.commands.terminal.findings import role_name
from dutygraph.queries.findings.models import Findings
from dutygraph.queries.findings.read.filters import FindingFilters
from dutygraph.queries.findings.rules.headers import rules
from tests.hostile import FORMULA
from tests.queries.conftest import DATA

CIVIL = "云溪市澜江区民政局"
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def folder(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder into which the sample district was read."""
    return Path(shutil.copytree(sample_folder, tmp_path_factory.mktemp("commands") / "data"))


@pytest.fixture
def run(folder: Path) -> Run:
    """Runs a command on the sample district."""

    def command(*arguments: str, lang: str = "zh", code: int = 0) -> Result:
        done = CliRunner().invoke(app, ["--data", str(folder), "--lang", lang, *arguments])
        assert done.exit_code == code, done.output
        assert done.exception is None or isinstance(done.exception, SystemExit)
        return done

    return command


@pytest.fixture
def a_list(tmp_path: Path) -> Path:
    """A file with one short list, to be changed."""
    path = tmp_path / "清单.txt"
    path.write_text((DATA / "02-market.txt").read_text(encoding="utf-8"), encoding="utf-8")
    return path


def findings(run: Run, *choice: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("findings", "--format", "json", *choice).stdout)["findings"]
    return found


def test_the_output_fits_its_schema(run: Run) -> None:
    schema = json.loads(run("schema", "--findings").stdout)
    printed = json.loads(run("findings", "--format", "json").stdout)
    assert schema == Findings.model_json_schema()
    assert set(printed) == set(schema["properties"])
    assert set(printed["findings"][0]) == set(schema["$defs"]["Finding"]["properties"])
    assert len(Findings.model_validate(printed).findings) > 40
    assert not printed["stale"]


def test_choices_cut_the_list(run: Run) -> None:
    every = findings(run)
    assert findings(run, "--limit", "3") == every[:3]
    kinds = [option for kind in ("gap.contact", "orphan.no_task") for option in ("--kind", kind)]
    assert findings(run, *kinds) == [f for f in every if f["kind"] in ("gap.contact", "orphan.no_task")]
    assert findings(run, "--severity", "low") == [f for f in every if f["severity"] == "low"]
    assert findings(run, "--min-score", "0.7") == [f for f in every if f["score"] >= 0.7]
    assert findings(run, "--department", "区民政局") == [f for f in every if CIVIL in f["departments"]]
    assert findings(run, "--region", "澜江区") == every
    assert findings(run, "--class", "gap") == [f for f in every if f["class"] == "gap"]
    first = next(f for f in every if len(f["departments"]) > 1)
    pair = findings(run, "--department", first["departments"][0], "--other", first["departments"][1])
    assert pair == [f for f in every if set(first["departments"][:2]) <= set(f["departments"])]


@pytest.mark.parametrize("command", ["findings", "topics", "report", "letter write"])
def test_findings_are_chosen_by_the_same_options_everywhere(command: str) -> None:
    found: Any = get_command(app)
    for name in command.split():
        found = found.commands[name]
    options = {option for parameter in found.params for option in parameter.opts}
    assert {f"--{name.strip('_').replace('_', '-')}" for name in FindingFilters.model_fields} <= options


def test_a_table_counts_what_a_limit_cuts_off(run: Run) -> None:
    total = len(findings(run, "--severity", "medium"))
    printed = run("findings", "--severity", "medium", "--limit", "1").stdout
    assert f"共 {total} 条" in printed
    assert printed.count("finding-") == 1
    assert f"{total} in all" in run("findings", "--severity", "medium", "--limit", "1", lang="en").stdout


def test_a_spreadsheet_has_a_row_per_finding_with_all_texts(run: Run) -> None:
    printed = run("findings", "--format", "csv").stdout
    assert printed.startswith("\ufeff编号,")
    rows = list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"))))
    every = findings(run)
    assert [row["编号"] for row in rows] == [finding["id"] for finding in every]
    for row, finding in zip(rows, every, strict=True):
        assert row["原文和出处"].count("[") >= len(finding["nodes"])
        assert all(
            node["text"] in row["原文和出处"] and node["source"] in row["原文和出处"]
            for node in finding["nodes"]
        )


ROLES = {role for rule in rules().values() for role in re.findall(r"role: '(\w+)'", rule.cypher)} | {
    *"abcdef"
}


@pytest.mark.parametrize("role", sorted(ROLES))
def test_what_a_text_is_in_a_finding_is_said_in_both_languages(role: str) -> None:
    assert role not in role_name(role, "zh")
    assert role_name(role, "en")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["findings", "--kind", "orphan.no_tasks"], "orphan.no_task"),
        (["findings", "--department", "气象台"], "气象台"),
        (
            ["findings", "--status", "open", "--severity", "odd"],
            "severity 只能是 high (重要)、medium (一般)、low (轻微) 之一",
        ),
        (["findings", "--min-score", "2"], "min_score 不能大于 1"),
        (["findings", "--min-score", "nan"], "min_score 不能"),
        (["finding", "zzz"], "zzz"),
        (["finding", "finding-"], "个问题线索，请写全称或编号"),
        (["verdict", "zzz", "confirmed", "--by", "张三"], "zzz"),
        (["verdict", "zzz", "perhaps", "--by", "张三"], "perhaps"),
        (["verdict", "zzz", "confirmed"], "--by"),
        (["rules", "odd.kind"], "odd.kind"),
        (["findings", "--kind", "odd.kind"], "odd.kind"),
        (["findings", "--kind", "boundary.matter_claimed"], "归入 boundary.conflict"),
        (["rules", "--off"], "哪条规则"),
        (["rules", "boundary.one_sided", "--set", "nothing=1"], "nothing"),
        (["rules", "boundary.one_sided", "--set", "nothing"], "nothing"),
        (["verdicts", "import", "no such file"], "no such file"),
    ],
)
def test_a_mistake_is_told_in_a_line(arguments: list[str], said: str, run: Run) -> None:
    done = run(*arguments, code=2)
    assert said in done.stderr
    assert "Traceback" not in done.output


def test_one_finding_with_all_that_is_known_of_it(run: Run) -> None:
    finding = next(f for f in findings(run) if f["parts"])
    run("verdict", finding["id"][:16], "justified", "--by", "张三", "--note", "另有会议纪要")
    printed = run("finding", finding["id"]).stdout
    wanted = [finding["sentence"]["zh"], *finding["departments"], *(part["zh"] for part in finding["parts"])]
    wanted += [text for node in finding["nodes"] for text in (node["text"], node["source"])]
    assert {line.split(" · ")[0].strip() for line in printed.splitlines()}.isdisjoint(ROLES)
    assert [text for text in (*wanted, "有合理原因", "张三", "另有会议纪要") if text not in printed] == []
    card = json.loads(run("finding", finding["id"], "--format", "json").stdout)
    assert card["history"][0]["note"] == "另有会议纪要"
    assert finding["sentence"]["en"] in run("finding", finding["id"], lang="en").stdout
    assert [f["id"] for f in findings(run, "--status", "justified")] == [finding["id"]]


def test_what_people_write_steers_no_terminal(run: Run) -> None:
    id_ = findings(run)[2]["id"]
    run("verdict", id_, "undecided", "--by", "王五", "--note", "\x1b[2J\x9b31m[red]见[/red]\u202e\u2066")
    printed = run("finding", id_).stdout
    assert "[red]见[/red]" in printed
    assert not {"\x1b", "\x9b", "\u202e", "\u2066"} & set(printed)


def test_reading_a_changed_list_tells_what_came_and_went(run: Run, a_list: Path) -> None:
    before = [finding["id"] for finding in findings(run)]
    text = a_list.read_text(encoding="utf-8")
    a_list.write_text(text.replace("\t食品流通股", "\t"), encoding="utf-8")
    printed = run("ingest", str(a_list)).stdout
    new = [finding for finding in findings(run) if finding["id"] not in before]
    assert {f["kind"] for f in new} == {"orphan.no_office"}
    assert f"新增问题线索 {len(new)} 条" in printed
    assert new[0]["sentence"]["zh"] in printed
    assert "消除问题线索 0 条" not in run("ingest", str(DATA / "02-market.txt")).stdout
    assert [finding["id"] for finding in findings(run)] == before


def test_rules_are_listed_explained_switched_and_set(run: Run) -> None:
    listed = run("rules").stdout
    assert "orphan.no_task" in listed
    explained = run("rules", "boundary.one_sided").stdout
    assert "分工未写入对方清单" in explained
    assert "MATCH" in explained
    assert "归入 boundary.conflict" in run("rules", "boundary.matter_claimed").stdout
    count = len(findings(run, "--kind", "orphan.no_task"))
    assert f"消除问题线索 {count} 条" in run("rules", "orphan.no_task", "--off").stdout
    assert findings(run, "--kind", "orphan.no_task") == []
    assert f"{count} findings appeared" in run("rules", "orphan.no_task", "--on", lang="en").stdout
    assert run("findings").stderr == ""
    assert "0 findings appeared" in run("recompute", lang="en").stdout


def test_values_of_a_filter_are_named_in_both_languages(run: Run) -> None:
    told = run("findings", "--severity", "很高", code=2).output
    assert "high (重要)、medium (一般)、low (轻微)" in told
    assert "high (重要), medium (一般) or low (轻微)" in told


def test_the_list_of_a_body_is_taken_out_by_its_short_name(a_list: Path, tmp_path: Path) -> None:
    def command(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["--data", str(tmp_path / "data"), *arguments])

    assert command("ingest", str(a_list)).exit_code == 0
    unknown = command("remove", "区气象局")
    assert (unknown.exit_code, "区气象局" in unknown.output) == (2, True)
    gone = command("remove", "区市监局")
    assert gone.exit_code == 0, gone.output
    assert "市场监督管理局" in gone.stdout
    assert command("remove", "区市监局").exit_code == 2


def test_a_body_with_several_lists_is_told_with_them(tmp_path: Path) -> None:
    def command(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["--data", str(tmp_path / "data"), *arguments])

    header = "\t".join(("序号", "主要职责", "工作事项", "责任股室"))
    printed = [
        f"云溪市澜江区档案局{title}\n一、部门职责\n{header}\n1\t管理{title}。\t接收档案。\t管理股\n"
        for title in ("权力清单", "责任清单")
    ]
    (tmp_path / "清单.txt").write_text("".join(printed), encoding="utf-8")
    command("ingest", str(tmp_path / "清单.txt"))
    told = command("remove", "区档案局")
    assert told.exit_code == 2
    assert "2 份清单" in told.output
    assert told.output.count("（清单.txt，list-") >= 2


def test_a_day_that_has_passed_is_refused(run: Run, tmp_path: Path) -> None:
    id_ = findings(run)[0]["id"]
    verdict = ["verdict", id_, "confirmed", "--by", "李四"]
    letter = ["letter", "write", "-o", str(tmp_path / "函"), "--status", "未核查"]
    for command in (verdict, letter):
        assert "期限 2025-12-31 已过" in run(*command, "--due", "2025-12-31", code=2).output
    assert not (tmp_path / "函").exists()


def test_verdicts_are_carried_from_graph_to_graph(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "意见.jsonl"
    run("verdict", findings(run)[-1]["id"], "confirmed", "--by", "李四", "--note", FORMULA)
    run("verdicts", "export", str(path))
    lines = path.read_text(encoding="utf-8").splitlines()
    other = CliRunner().invoke(app, ["--data", str(tmp_path / "other"), "verdicts", "import", str(path)])
    assert f"新增核查意见 {len(lines)} 条" in other.stdout
    report = CliRunner().invoke(
        app, ["--data", str(tmp_path / "other"), "verdicts", "report", "--format", "json"]
    )
    assert {one["conflict"] for one in json.loads(report.stdout)["contradictions"]} == {"vanished"}
    assert f"'{FORMULA}" in {
        row["说明"]
        for row in csv.DictReader(
            io.StringIO(run("findings", "--format", "csv").stdout.removeprefix("\ufeff"))
        )
    }
