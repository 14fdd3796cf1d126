"""Layouts and faults met in public lists, and what a person decided that they say.

``wild/NAME.yaml`` holds a case of ours, in invented words: ``about`` (what is met there), ``file`` (a name, for its format),
``content`` and ``options`` (what is built from: ``described``) and ``expect`` (``expectation``). A new case is a new file.
Those of the folder `shared` beside the repository are files with their expectation beside them.
"""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.parse import parse_bytes, parse_file
from dutygraph.queries.findings.update.reading import read_documents
from tests.ingest.described import built
from tests.ingest.expectation import unmet
from tests.ingest.sources import WILD, needs_wild
from tests.queries.found import find

CASES = sorted((Path(__file__).parent / "wild").glob("*.yaml"))


def beside(path: Path, suffix: str) -> Path:
    """Return the file that an expectation is about."""
    return path.with_name(path.name.removesuffix(suffix))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    data = built(Path(case["file"]).suffix, case["content"], case.get("options", {}))
    assert unmet(case["expect"], parse_bytes(data, case["file"])) == []


@needs_wild
@pytest.mark.parametrize("path", sorted(WILD.glob("*.expect.json")), ids=lambda path: path.name)
def test_shared_case(path: Path) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))
    assert unmet(expected, parse_file(beside(path, ".expect.json"))) == []


@needs_wild
@pytest.mark.parametrize("path", sorted(WILD.glob("*.findings.json")), ids=lambda path: path.name)
def test_shared_findings(path: Path, folder_store: GraphStore) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    read_documents(folder_store, [parse_file(WILD / name) for name in case["files"]])
    found = [(one.kind, one.model_dump_json()) for one in find(folder_store).findings]
    for must in case["must"]:
        kinds = must["kind"] if isinstance(must["kind"], list) else [must["kind"]]
        texts = [text for kind, text in found if kind in kinds]
        assert any(all(word in text for word in must["contains"]) for text in texts), texts
