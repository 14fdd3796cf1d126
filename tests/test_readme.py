"""What the README and the documents beside it show is what the tool prints, and their examples run."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.running import running

ROOT = Path(__file__).parents[1]
README = ["README.md", "README.zh-CN.md"]
API = ["docs/api.md", "docs/api.zh-CN.md"]
EXCERPT = re.compile(r"<!-- dutygraph findings -->\n```text\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def output(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    graph = shutil.copytree(sample_folder, tmp_path_factory.mktemp("graph") / "data")
    command = [sys.executable, "-m", "dutygraph", "--data", str(graph), "findings"]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


@pytest.mark.parametrize("name", README)
def test_the_excerpt_is_real(name: str, output: str) -> None:
    excerpts = EXCERPT.findall((ROOT / name).read_text(encoding="utf-8"))
    assert len(excerpts) == 1
    printed = set(output.splitlines())
    missing = [line for line in excerpts[0].splitlines() if line not in printed]
    assert missing == []


DOCUMENTS = [path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")) if path.name != "CHANGELOG.md"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_what_a_document_links_to_exists(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_document_for_users_comes_in_both_languages_and_is_linked() -> None:
    names = {path.name for path in ROOT.glob("docs/*.md")}
    english = {name for name in names if not name.endswith(".zh-CN.md")}
    assert names - english == {name.replace(".md", ".zh-CN.md") for name in english}
    for readme, linked in (("README.md", english), ("README.zh-CN.md", names - english)):
        text = (ROOT / readme).read_text(encoding="utf-8")
        assert [name for name in linked if f"](docs/{name})" not in text] == []


@pytest.fixture(scope="module")
def service(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the service over the sample district."""
    with serving(shutil.copytree(sample_folder, tmp_path_factory.mktemp("service") / "data")) as address:
        yield address


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a data folder and give the address."""
    with GraphStore.open(StoreSettings(data=folder)) as store:
        app = create_app(nullcontext(store), ServiceSettings())
        with running(app) as port:
            yield f"http://127.0.0.1:{port}"


def examples(name: str, language: str) -> list[str]:
    """The blocks of a language in a document."""
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)


def run(*command: str, **environment: str) -> str:
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("name", API)
@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not there")
def test_the_examples_in_curl_run(name: str, service: str, tmp_path: Path) -> None:
    script, _ = examples(name, "sh")
    lines = [line.partition("   #")[0].strip() for line in script.splitlines()]
    assert len(lines) == 3
    for line in lines:
        command = shlex.split(
            line.replace("http://127.0.0.1:8000", service).replace("职责.csv", str(tmp_path / "csv"))
        )
        printed = run(command[0], "--fail", *command[1:])
        assert (tmp_path / "csv").exists() or json.loads(printed)
    assert (tmp_path / "csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("name", README)
@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not there")
def test_the_examples_of_the_readme_in_curl_run(name: str, service: str) -> None:
    lines = [
        line for script in examples(name, "sh") for line in script.splitlines() if line.startswith("curl")
    ]
    assert len(lines) == 2
    for line in lines:
        command = shlex.split(line.partition("   #")[0].replace("http://127.0.0.1:8000", service))
        assert json.loads(run(command[0], "--fail", *command[1:]))


@pytest.mark.parametrize("name", API)
@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not there")
def test_the_examples_that_write_run(name: str, sample_folder: Path, tmp_path: Path) -> None:
    _, script = examples(name, "sh")
    lines = [line.partition("   #")[0].strip() for line in script.splitlines() if line.startswith("curl")]
    assert len(lines) == 5
    folder = shutil.copytree(sample_folder, tmp_path / "data")
    created = [sys.executable, "-m", "dutygraph", "--data", str(folder), "token", "create", "office"]
    token = run(*created, "--role", "editor", "--days", "365").strip()
    with serving(folder) as address:
        answers = []
        for line in lines:
            here = line.replace("http://127.0.0.1:8000", address).replace("data/", f"{ROOT.as_posix()}/data/")
            command = shlex.split(here.replace("$TOKEN", token).replace("audit.csv", str(tmp_path / "csv")))
            answers.append(run(command[0], "--fail", *command[1:]))
    sent, _, removed, rule, _ = answers
    assert json.loads(sent)["files"] == ["02-market.txt", "04-commerce.txt"]
    assert json.loads(removed)["kind"] == "remove"
    assert json.loads(rule)["settings"]["min_score"]["value"] == 0.5
    assert "office" in (tmp_path / "csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("name", API)
def test_the_example_in_httpx_runs(name: str, service: str) -> None:
    example, _ = examples(name, "python")
    lines = run(sys.executable, "-c", example.replace("http://127.0.0.1:8000", service)).splitlines()
    assert any(re.fullmatch(r"1 主要职责 \d+", line) for line in lines)
    assert len(lines) > 2


@pytest.mark.parametrize("name", API)
def test_the_example_for_the_driver_runs(
    name: str, neo4j_settings: StoreSettings, sample_graph: Subgraph
) -> None:
    _, example = examples(name, "python")
    with GraphStore.open(neo4j_settings) as store:
        store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
        store.write(lambda tx: write_subgraph(tx, sample_graph))
    account = {
        "DUTYGRAPH_URI": str(neo4j_settings.uri),
        "DUTYGRAPH_USER": neo4j_settings.user,
        "DUTYGRAPH_PASSWORD": neo4j_settings.password.get_secret_value() if neo4j_settings.password else "",
    }
    printed = run(sys.executable, "-c", example, **account)
    assert len(printed.splitlines()) == 5
