"""The whole graph as a download."""

import io
import json
import zipfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.export import write_export
from dutygraph.graph.store.graph_store import GraphStore
from tests.api.conftest import HERE

ODD = "办公\ufffe室\x0b\x85"


@pytest.fixture
def odd(store: GraphStore) -> Iterator[TestClient]:
    """The service over a graph with characters that XML forbids, on each engine."""
    store.write(
        lambda tx: tx.run(
            "CREATE (:Department {id: $id, name: 'b'})-[:HAS_OFFICE {locator: $text}]->(:Office {id: 'o', name: $text})",
            {"id": f"d{ODD}", "text": ODD},
        )
    )
    with TestClient(create_app(nullcontext(store), ServiceSettings()), base_url=HERE) as client:
        yield client


@pytest.mark.parametrize("shape", ["graphml", "gexf", "jsonl"])
def test_a_download_is_what_the_command_writes(
    client: TestClient, sample: GraphStore, tmp_path: Path, shape: str
) -> None:
    write_export(sample, tmp_path / "file", shape)
    answer = client.get(f"/exports/{shape}")
    assert answer.content == (tmp_path / "file").read_bytes()
    assert answer.headers["content-disposition"] == f'attachment; filename="dutygraph.{shape}"'


def test_csv_is_an_archive_of_the_files(client: TestClient, sample: GraphStore, tmp_path: Path) -> None:
    write_export(sample, tmp_path / "folder", "csv")
    with zipfile.ZipFile(io.BytesIO(client.get("/exports/csv").content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "folder").iterdir()}


def test_characters_that_xml_forbids_are_spelled(odd: TestClient) -> None:
    spelled = ODD.replace("\ufffe", "\\ufffe").replace("\x0b", "\\u000b")
    readers: dict[str, Any] = {"gexf": nx.read_gexf, "graphml": nx.read_graphml}
    for shape, read in readers.items():
        graph = read(io.BytesIO(odd.get(f"/exports/{shape}").content))
        assert graph.nodes["o"]["name"] == spelled, shape
        assert set(graph.nodes) == {"o", f"d{spelled}"}, shape
        assert graph.number_of_edges() == 1
    lines = [json.loads(line) for line in odd.get("/exports/jsonl").text.split("\n") if line]
    assert {line["id"] for line in lines if "label" in line} == {"o", f"d{ODD}"}


def test_what_a_client_has_is_not_made_again(client: TestClient) -> None:
    tag = client.get("/exports/jsonl").headers["etag"]
    assert client.get("/exports/jsonl", headers={"if-none-match": tag}).status_code == 304
    assert client.get("/exports/gexf", headers={"if-none-match": tag}).status_code == 200


def test_an_unknown_format_is_refused(client: TestClient) -> None:
    answer = client.get("/exports/xml")
    assert answer.status_code == 422
    assert "graphml" in answer.json()["problems"][0]["en"]
