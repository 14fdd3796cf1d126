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
from dutygraph.commands.session import open_store, session, warn_of_open_folder, write_json, write_line

if TYPE_CHECKING:
    from pydantic import BaseModel


class ExportShape(StrEnum):
    """What a graph can be exported to."""

    graphml = "graphml"
    gexf = "gexf"
    jsonl = "jsonl"
    csv = "csv"


class DrawnKind(StrEnum):
    """What of all findings can be drawn."""

    overlaps = "overlaps"
    gaps = "gaps"


def graph(  # noqa: PLR0913 - its parameters are the options of the command
    out: Annotated[
        Path,
        typer.Option(
            "-o", "--out", help="输出文件，以 .html、.svg 或 .png 结尾 / file to write, by its ending"
        ),
    ],
    department: Annotated[str | None, typer.Option(help="部门 / a department")] = None,
    matter: Annotated[str | None, typer.Option(help="管理事项 / a shared matter")] = None,
    finding: Annotated[str | None, typer.Option(help="问题线索 / a finding, by its id")] = None,
    topic: Annotated[str | None, typer.Option(help="议题 / a topic, by its id")] = None,
    path: Annotated[
        tuple[str, str] | None, typer.Option(help="两处之间的路径 / the paths between two nodes: id or name")
    ] = None,
    region: Annotated[str | None, typer.Option(help="行政区划概貌 / a region at a glance")] = None,
    kind: Annotated[
        DrawnKind | None, typer.Option(help="全部重叠或全部缺口 / all overlaps, or all gaps")
    ] = None,
    metrics: Annotated[By | None, typer.Option(help="部门关系 / the network of departments")] = None,
) -> None:
    """输出可离线打开的图，或供报告用的图片 / Draw a graph into one offline HTML file, or a picture for a report."""
    from dutygraph.visualize.pictures.files import write_graph
    from dutygraph.visualize.pictures.pictures import PictureRequest
    from dutygraph.visualize.pictures.settings import PictureSettings

    request = PictureRequest(
        department=department,
        matter=matter,
        kind=kind.value if kind else None,
        metrics=metrics.value if metrics else None,
        finding=finding,
        topic=topic,
        path=path,
        region=region,
    )
    most = PictureSettings().picture_nodes
    with open_store() as store:
        write_graph(store, out, request, session.lang, most)
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
    store = session.settings()
    warn_of_open_folder(store)
    run(service, store)


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
    write_json(json.dumps(value, ensure_ascii=False, indent=1))


def demo(serve_pages: Annotated[bool, typer.Option("--serve/--no-serve")] = True) -> None:
    """读入示例区并展示 / Read the sample district, print a summary, and serve the pages."""
    from dutygraph.commands.data_folder import DEMO
    from dutygraph.commands.terminal.findings import show_summary
    from dutygraph.queries.findings.read.findings import stored_findings

    sample = Path(__file__).parents[1] / "data"
    if session.data is None:
        session.data = DEMO
    ingest([str(sample)])
    status()
    with open_store() as store:
        show_summary(stored_findings(store), session.lang)
    if serve_pages:
        serve()
