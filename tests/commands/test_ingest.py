"""The command that reads lists: what it says of a new version."""

from pathlib import Path

from typer.testing import CliRunner

from dutygraph.__main__ import app
from tests.graph.test_entry_changes import LIST, exchanged


def ingest(folder: Path, text: str, *options: str, code: int = 0) -> str:
    path = folder / "水务.txt"
    path.write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["--data", str(folder / "data"), *options, "ingest", str(path)])
    assert done.exit_code == code, done.output
    return done.stdout


def test_a_new_version_is_told_entry_by_entry(tmp_path: Path) -> None:
    first = ingest(tmp_path, LIST)
    assert "具体工作事项 新增 3" in first.replace("\n", "")
    assert "    新增 " not in first
    changed = exchanged(("0100-2345", "0100-6789"), ("\t\t气象局\t发布暴雨预警信息\n", ""))
    told = ingest(tmp_path, changed)
    assert "云溪市白石区水务局：职责分工 删除 1；公共服务事项 修改 1\n" in told
    assert "    删除 职责分工：发布暴雨预警信息；相关部门 气象局（在“防汛抗旱”中）\n" in told
    assert "    修改 公共服务事项“用水咨询”：联系电话 0100-2345 → 0100-6789\n" in told
    again = ingest(tmp_path, LIST, "--lang", "en")
    assert "    reworded Public service “用水咨询”: Telephone 0100-6789 → 0100-2345\n" in again


def test_a_list_that_is_left_out_says_why_once(tmp_path: Path) -> None:
    text = "云溪市白石区柳桥镇履行职责事项清单\n一、基本履职事项\n序号\t事项名称\n1\t日常巡河\n"
    told = ingest(tmp_path, text, code=2)
    assert told.count("这是乡镇（街道）履行职责事项清单") == 1
    assert "未入库 1" in told


def test_of_many_changes_the_first_are_printed_and_the_others_counted(tmp_path: Path) -> None:
    task = "\t\t巡查河岸堆放物\t河道股\n"
    ingest(tmp_path, LIST)
    more = "".join(f"\t\t{task.strip()[:2]}第{n}号水闸\t河道股\n" for n in range(40))
    told = ingest(tmp_path, exchanged((task, task + more)))
    assert told.count("    新增 具体工作事项：") == 30
    assert "另有 10 条未列出" in told
