"""The whole graph as a file for other tools, as ``dutygraph export`` writes it."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from tempfile import TemporaryFile
from typing import Annotated, Any, BinaryIO

from fastapi import Path
from starlette.responses import Response, StreamingResponse

from dutygraph.api.data_route import data_routes
from dutygraph.api.dependencies import Store
from dutygraph.api.route_policy import WHOLE
from dutygraph.graph.errors import StoreBusyError
from dutygraph.graph.export import write_export_file
from dutygraph.graph.store.graph_store import GraphStore

_SECONDS = 300.0
"""So long all reads of an export may take."""
_ATTEMPTS = 3
_CHUNK = 2**20


class ExportFormat(StrEnum):
    """As what the graph can be had."""

    graphml = "graphml"
    gexf = "gexf"
    jsonl = "jsonl"
    csv = "csv"


_FILES: Mapping[str, tuple[str, str]] = {
    "graphml": ("dutygraph.graphml", "application/graphml+xml"),
    "gexf": ("dutygraph.gexf", "application/gexf+xml"),
    "jsonl": ("dutygraph.jsonl", "application/x-ndjson"),
    "csv": ("dutygraph-csv.zip", "application/zip"),
}
"""Name and media type of the file."""
_DESCRIBED: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {kind: {"schema": {"type": "string", "format": "binary"}} for _, kind in _FILES.values()}
    }
}
router = data_routes(WHOLE, "/exports", "导出 / exports")


@router.get(
    "/{format}",
    summary="导出整个图谱 / The whole graph as a file",
    response_class=StreamingResponse,
    responses=_DESCRIBED,
)
def export(
    store: Store,
    shape: Annotated[
        ExportFormat, Path(alias="format", description="格式，csv 为压缩包 / format; csv is an archive")
    ],
) -> Response:
    """All nodes and edges: for graph tools, as JSON Lines, or as an archive for ``neo4j-admin database import``."""
    name, media_type = _FILES[shape.value]
    file = TemporaryFile()  # noqa: SIM115 - closed when it has been sent, and gone with it
    try:
        _write(store.limited(_SECONDS), file, shape.value)
        headers = {
            "Content-Disposition": f'attachment; filename="{name}"',
            "Content-Length": str(file.tell()),
        }
    except BaseException:
        file.close()
        raise
    return StreamingResponse(_parts(file), media_type=media_type, headers=headers)


def _write(store: GraphStore, file: BinaryIO, shape: str) -> None:
    """Write the graph as it stands between two writes. Raises StoreBusyError when one comes in each time."""
    for _ in range(_ATTEMPTS):
        before = store.revision()
        file.seek(0)
        file.truncate()
        write_export_file(store, file, shape)
        if store.revision() == before:
            return
    raise StoreBusyError(zh="导出期间图谱一直在变化", en="the graph kept changing while it was exported")


def _parts(file: BinaryIO) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while part := file.read(_CHUNK):
            yield part
