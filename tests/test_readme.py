"""What the README shows is what the tool prints."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXCERPT = re.compile(r"<!-- dutygraph findings -->\n```text\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def output(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    graph = shutil.copytree(sample_folder, tmp_path_factory.mktemp("graph") / "data")
    command = [sys.executable, "-m", "dutygraph", "--data", str(graph), "findings"]
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_excerpt_is_real(name: str, output: str) -> None:
    excerpts = EXCERPT.findall((ROOT / name).read_text(encoding="utf-8"))
    assert len(excerpts) == 1
    printed = set(output.splitlines())
    missing = [line for line in excerpts[0].splitlines() if line not in printed]
    assert missing == []


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_what_the_readme_links_to_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
