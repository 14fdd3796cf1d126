"""Commands that show the graph, or hand it on."""

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dutygraph.commands.lists import ingest
from dutygraph.commands.metrics import By
from dutygraph.commands.questions import status
from dutygraph.commands.session import open_store, session, write_line

if TYPE_CHECKING:
    from pydantic import BaseModel


class ExportShape(StrEnum):
    """What a graph can be exported to."""

    graphml = "graphml"
    gexf = "gexf"
    jsonl = "jsonl"
    csv = "csv"


def graph(
    out: Annotated[Path, typer.Option("-o", "--out", help="输出文件 / the HTML file to write")],
    department: Annotated[str | None, typer.Option(help="部门 / a department")] = None,
    matter: Annotated[str | None, typer.Option(help="管理事项 / a shared matter")] = None,
    kind: Annotated[str | None, typer.Option(help="gaps")] = None,
    metrics: Annotated[By | None, typer.Option(help="部门关系 / the network of departments")] = None,
) -> None:
    """输出可离线打开的图 / Draw a graph into one offline HTML file."""
    from dutygraph.api.settings import ServiceSettings
    from dutygraph.visualize.pictures import PictureRequest, write_graph

    request = PictureRequest(department, matter, kind, metrics.value if metrics else None)
    with open_store() as store:
        write_graph(store, out, request, session.lang, ServiceSettings().picture_nodes)
    write_line(str(out))


def serve(
    host: Annotated[str | None, typer.Option(help="监听地址 / address to listen on [127.0.0.1]")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="端口 / port to listen on [8000]")
    ] = None,
) -> None:
    """启动网页和接口服务 / Serve the pages and the API."""
    from dutygraph.api.server import serve as run
    from dutygraph.api.settings import ServiceSettings

    options: dict[str, Any] = {"host": host, "port": port}
    service = ServiceSettings(**{name: value for name, value in options.items() if value is not None})
    run(service, session.settings())


def schema(
    parse_output: Annotated[bool, typer.Option("--parse", help="解析结果 / of the parse output")] = False,
    findings: Annotated[bool, typer.Option("--findings", help="问题线索 / of the findings output")] = False,
    warnings: Annotated[bool, typer.Option("--warnings", help="读取提示 / the kinds of warnings")] = False,
) -> None:
    """输出本体、JSON Schema 或读取提示一览 / Print the ontology, the JSON Schema of an output, or the warnings."""
    from dutygraph.commands.terminal.answers import show_schema

    if parse_output:
        from dutygraph.ingest.records import ParseOutput

        _put_json_schema(ParseOutput)
    elif findings:
        from dutygraph.queries.findings.models import Findings

        _put_json_schema(Findings)
    elif warnings:
        from dutygraph.ingest.warnings import warning_kinds

        _put_json([asdict(kind) for kind in warning_kinds().values()])
    else:
        show_schema(session.lang)


def export(
    out: Annotated[Path, typer.Option("-o", "--out", help="输出文件或文件夹 / file, or folder for csv")],
    shape: Annotated[ExportShape, typer.Option("--format")] = ExportShape.graphml,
) -> None:
    """导出图谱 / Export the graph."""
    from dutygraph.graph.export import write_export

    with open_store() as store:
        write_export(store, out, shape.value)
    write_line(str(out))


def _put_json_schema(model: "type[BaseModel]") -> None:
    _put_json(model.model_json_schema())


def _put_json(value: object) -> None:
    write_line(json.dumps(value, ensure_ascii=False, indent=1))


def demo(serve_pages: Annotated[bool, typer.Option("--serve/--no-serve")] = True) -> None:
    """读入示例区并展示 / Read the sample district, print a summary, and serve the pages."""
    from dutygraph.commands.terminal.findings import show_summary
    from dutygraph.queries.findings.read import stored_findings

    sample = Path(__file__).parents[1] / "data"
    if session.data is None:
        session.data = Path("dutygraph-data") / "demo"
    ingest([str(sample)])
    status()
    with open_store() as store:
        show_summary(stored_findings(store), session.lang)
    if serve_pages:
        serve()
