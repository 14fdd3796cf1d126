"""The front door: options before and after a command, one line for every mistake, and a quick start."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from dutygraph.__main__ import app
from dutygraph.ingest.files.limits import limits
from tests.source_tree import ROOT

LIST = """云溪市澜江区档案局责任清单
一、部门职责
序号\t责任股室\t主要职责\t具体工作事项\t备注
1\t保管股\t负责档案馆库房的管理。\t1.检查库房温度。\t
"""
FULL_DEVICE = Path(os.sep, "dev", "full")
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a device that is always full")


@pytest.fixture(autouse=True)
def _limits_of_this_test() -> Iterator[None]:
    limits.cache_clear()
    yield
    limits.cache_clear()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one short list in it."""
    path = tmp_path_factory.mktemp("door")
    (path / "档案.txt").write_text(LIST, encoding="utf-8")
    done = CliRunner().invoke(app, ["--data", str(path / "data"), "ingest", str(path / "档案.txt")])
    assert done.exit_code == 0, done.output
    return path / "data"


def run(*arguments: object, code: int = 0) -> Result:
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert done.exit_code == code, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


def start(*arguments: object, **options: Any) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "dutygraph", *map(str, arguments)]
    found: subprocess.CompletedProcess[str] = subprocess.run(
        command, cwd=ROOT, check=False, stderr=subprocess.PIPE, encoding="utf-8", **options
    )
    return found


def commands() -> Iterator[tuple[str, Any]]:
    """Every command by what is typed for it."""
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        yield from ((f"{name} {below}", it) for below, it in inner.items()) if inner else [(name, command)]


def test_every_command_takes_the_shared_options() -> None:
    taken = {name: {option for p in command.params for option in p.opts} for name, command in commands()}
    assert len(taken) > 20
    assert {name for name, options in taken.items() if not {"--data", "--uri", "--lang"} <= options} == set()


def test_nothing_is_imported_from_the_folder_where_it_is_run(tmp_path: Path) -> None:
    (tmp_path / "档案.txt").write_text(LIST, encoding="utf-8")
    for module in ("multiprocessing", "psutil", "loky"):
        (tmp_path / f"{module}.py").write_text(
            "raise SystemExit('a module of others was run')", encoding="utf-8"
        )
    command = [str(Path(sys.executable).with_name("dutygraph")), "--data", "data", "ingest", "档案.txt"]
    done = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, encoding="utf-8")
    assert (done.returncode, "a module of others" in done.stderr) == (0, False), done.stderr


def test_options_count_before_the_command_and_after_it(folder: Path) -> None:
    before = run("--data", folder, "--lang", "en", "status").stdout
    assert "count" in before
    assert run("status", "--data", folder, "--lang", "en").stdout == before
    assert (
        run(
            "--data", folder.parent / "another", "--lang", "zh", "status", "--data", folder, "--lang", "en"
        ).stdout
        == before
    )
    assert "数量" in run("status", "--data", folder).stdout


def test_an_option_wins_over_the_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUTYGRAPH_LANG", "en")
    monkeypatch.setenv("DUTYGRAPH_URI", "neo4j://127.0.0.1:9")
    assert "count" in run("status", "--data", folder).stdout
    assert "数量" in run("--data", folder, "--lang", "zh", "status").stdout


def test_the_version_is_told() -> None:
    assert run("--version").stdout.startswith("dutygraph 0.")


@pytest.mark.parametrize(
    ("variable", "value", "command"),
    [
        ("DUTYGRAPH_LIMIT_PAGES", "abc", ["parse", ROOT / "data" / "02-market.txt"]),
        ("DUTYGRAPH_LIMIT_PAGES", "0", ["ingest", ROOT / "data" / "02-market.txt"]),
        ("DUTYGRAPH_MAX_ROWS", "0", ["serve"]),
        ("DUTYGRAPH_PORT", "99999", ["serve"]),
        ("DUTYGRAPH_ALLOWED_HOSTS", "graph.lan", ["serve"]),
        ("DUTYGRAPH_TIMEOUT", "nan", ["settings"]),
        ("DUTYGRAPH_PICTURE_NODES", "many", ["graph", "--kind", "gaps", "-o", "x.html"]),
        ("DUTYGRAPH_LANG", "fr", ["status"]),
    ],
)
def test_a_wrong_setting_is_named(
    variable: str, value: str, command: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(variable, value)
    told = run("--data", tmp_path / "data", *command, code=2).stderr
    assert told.startswith(f"设置有误：{variable} ")
    assert f"wrong settings: {variable}: " in told
    assert told.count("\n") == 1
    assert "不合要求" not in told
    assert not (tmp_path / "x.html").exists()


def test_the_service_listens_where_its_settings_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUTYGRAPH_HOST", "127.0.0.2" if sys.platform == "linux" else "127.0.0.1")
    host = os.environ["DUTYGRAPH_HOST"]
    with socket.create_server((host, 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("DUTYGRAPH_PORT", str(port))
        assert f"cannot listen on {host}:{port}" in run("--data", tmp_path, "serve", code=2).stderr
        monkeypatch.setenv("DUTYGRAPH_PORT", "1")
        told = run("--data", tmp_path, "serve", "--port", port, code=2).stderr
        assert f"cannot listen on {host}:{port}" in told


@pytest.mark.parametrize("host", ["a..b", "x" * 300, "\x1b[31m"], ids=ascii)
def test_a_host_that_is_none_is_told(host: str, tmp_path: Path) -> None:
    told = run("--data", tmp_path, "serve", "--host", host, code=2).stderr
    assert "--host" in told or "cannot listen" in told


def test_a_picture_needs_no_setting_of_the_service(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUTYGRAPH_PORT", "99999")
    run("graph", "--data", folder, "--department", "区档案局", "-o", tmp_path / "x.html")
    assert (tmp_path / "x.html").exists()


def test_a_picture_holds_as_many_nodes_as_the_setting_says(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUTYGRAPH_PICTURE_NODES", "2")
    run("graph", "--data", folder, "--department", "区档案局", "-o", tmp_path / "x.html")
    data = (
        (tmp_path / "x.html").read_text(encoding="utf-8").split('id="graph-data">')[1].split("</script>")[0]
    )
    shown = [node for node in json.loads(data)["scene"]["nodes"] if node["shape"] == "node"]
    assert len(shown) == 2


OUTPUTS = [
    ["export", "-o"],
    ["export", "--format", "gexf", "-o"],
    ["export", "--format", "jsonl", "-o"],
    ["graph", "--department", "区档案局", "-o"],
    ["verdicts", "export"],
]


def _ending(command: list[str]) -> str:
    """The ending of a file that the command writes."""
    return ".html" if command[0] == "graph" else ".xlsx"


@pytest.mark.parametrize("command", [*OUTPUTS, ["template", "-o"]], ids=" ".join)
def test_an_output_that_cannot_be_written_is_told(command: list[str], folder: Path, tmp_path: Path) -> None:
    ending = _ending(command)
    (tmp_path / f"folder{ending}").mkdir()
    (tmp_path / "file").touch()
    for name in (f"missing/x{ending}", f"folder{ending}", f"file/x{ending}"):
        told = run("--data", folder, *command, tmp_path / name, code=2).stderr
        assert told.startswith(f"无法写入 {tmp_path / name}：")
        assert told.count("\n") == 1
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", f"folder{ending}"]


@on_linux
@pytest.mark.parametrize("command", OUTPUTS[:-1], ids=" ".join)
def test_a_full_disk_is_told(command: list[str], folder: Path, tmp_path: Path) -> None:
    device = tmp_path / f"full{_ending(command)}"
    device.symlink_to(FULL_DEVICE)  # a fault would replace the link and not the device
    told = run("--data", folder, *command, device, code=2).stderr
    assert told.startswith(f"无法写入 {device}：磁盘已满")
    assert device.is_char_device()


def test_csv_files_of_an_earlier_export_do_not_stay(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("export", "--format", "csv", "--data", folder, "-o", out)
    fresh = sorted(path.name for path in out.iterdir())
    (out / "Rule.csv").touch()
    (out / "ADOPTED-Department-Rule.csv").touch()
    run("export", "--format", "csv", "--data", folder, "-o", out)
    assert sorted(path.name for path in out.iterdir()) == fresh
    (out / "notes.csv").touch()
    assert "notes.csv" in run("export", "--format", "csv", "--data", folder, "-o", out, code=2).stderr
    assert (out / "notes.csv").exists()


def test_csv_files_are_written_all_or_none(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    run("export", "--format", "csv", "--data", folder, "-o", out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    monkeypatch.setattr("dutygraph.graph.import_rows._cells", _fails_after(3))
    assert "磁盘已满" in run("export", "--format", "csv", "--data", folder, "-o", out, code=2).stderr
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def _fails_after(calls: int) -> Any:
    left = iter(range(calls))

    def cells(*_: object) -> list[str]:
        if next(left, None) is None:
            raise OSError(28, "No space left on device")
        return []

    return cells


@pytest.mark.parametrize(
    "command",
    [["parse"], ["ingest"], ["laws", "import"], ["verdicts", "import"]],
    ids=" ".join,
)
def test_an_input_that_is_none_is_told(command: list[str], folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    long = "a" * 5000
    by_itself = start("--data", folder, *command, tmp_path / long, stdout=subprocess.PIPE)
    assert by_itself.returncode == 2
    said = {
        name: run("--data", folder, *command, tmp_path / name, code=2).stderr for name in ("empty", "missing")
    }
    for name, line in {**said, long: by_itself.stderr}.items():
        assert line.count("\n") == 1
        assert name in line


@pytest.mark.parametrize("command", [["ingest"], ["laws", "import"]], ids=" ".join)
def test_an_input_that_is_none_begins_no_graph(command: list[str], tmp_path: Path) -> None:
    run("--data", tmp_path / "data", *command, tmp_path / "missing", code=2)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.txt").write_text(LIST, encoding="utf-8")
    listed = os.scandir

    def scandir(path: str) -> Any:
        if Path(path).name == "closed":  # permissions would not keep out the administrator
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert "无法打开文件夹" in run("parse", tmp_path, code=2).stderr


@pytest.mark.parametrize(
    "command", [["findings", "--format", "json"], ["status"], ["--help"], ["settings"]], ids=" ".join
)
def test_a_reader_that_goes_is_told_nothing(command: list[str], folder: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as gone:
        done = start("--data", folder, *command, stdout=gone)
    assert (done.returncode, done.stderr) == (1, "")


@on_linux
@pytest.mark.parametrize(
    "command", [["findings", "--format", "json"], ["status"], ["--help"], ["--version"]], ids=" ".join
)
def test_an_output_on_a_full_disk_is_told(command: list[str], folder: Path) -> None:
    with FULL_DEVICE.open("wb") as full:
        done = start("--data", folder, *command, stdout=full)
    assert done.returncode == 2
    assert done.stderr == "输出 / output：磁盘已满，请腾出空间 (the disk is full; make room on it)\n"


LOADED = """
import sys
{code}
print(sorted({names!r} & set(sys.modules)))
"""
HELP = """
from dutygraph import __main__ as front_door
sys.argv = ["dutygraph", "--help"]
try:
    front_door.main()
except SystemExit:
    pass
"""
HEAVY = {"pyvis", "IPython", "numba"}


@pytest.mark.parametrize(
    ("code", "names"),
    [
        (HELP, {*HEAVY, "pydantic", "numpy", "networkx", "neo4j", "fastapi", "lxml", "yaml"}),
        ("import dutygraph.api.app", HEAVY),
        ("import dutygraph.visualize.pictures.pictures", HEAVY),
    ],
    ids=["help", "api", "pictures"],
)
def test_what_is_heavy_loads_when_it_is_needed(code: str, names: set[str]) -> None:
    program = LOADED.format(code=code, names=names)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.skipif(os.name != "posix", reason="this system has other rights")
def test_a_data_folder_that_others_may_read_is_told(folder: Path) -> None:
    assert run("--data", folder, "status").stderr == ""
    folder.chmod(0o755)
    try:
        told = run("--data", folder, "status").stderr
    finally:
        folder.chmod(0o700)
    assert told == f"数据文件夹 {folder} 对本机其他用户可读，建议运行 chmod 700 {folder}\n"
