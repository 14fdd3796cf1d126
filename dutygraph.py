"""The front door: ``dutygraph`` on the command line. Each command is a few lines over the rooms."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

if TYPE_CHECKING:
    from graph.settings import StoreSettings
    from graph.store import GraphStore
    from ingest.records import Document
    from ingest.sandbox import Refused

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="读取部门责任清单，建成知识图谱，找出职责重叠、悬空和缺口。"
    " / Reads duty lists of government departments and finds overlaps, orphans and gaps.",
)

Paths = Annotated[list[str], typer.Argument(help="文件、文件夹或通配符 / files, folders or patterns")]


class Shape(StrEnum):
    """How an answer is printed."""

    table = "table"
    json = "json"
    csv = "csv"


class ParseShape(StrEnum):
    """How the parse output and findings are printed."""

    table = "table"
    json = "json"


class ExportShape(StrEnum):
    """What a graph can be exported to."""

    graphml = "graphml"
    gexf = "gexf"
    jsonl = "jsonl"
    csv = "csv"


class Language(StrEnum):
    """In which language the answers come."""

    zh = "zh"
    en = "en"


class Session:
    """What the options before the command say."""

    data: Path | None = None
    uri: str | None = None
    lang: Literal["zh", "en"] = "zh"

    def settings(self) -> "StoreSettings":
        """The store's settings: the environment, and the options over it."""
        from graph.settings import StoreSettings

        settings = StoreSettings()
        given = {"data": self.data, "uri": self.uri}
        return settings.model_copy(update={name: value for name, value in given.items() if value is not None})


session = Session()


@app.callback()
def options(
    data: Annotated[Path | None, typer.Option(help="数据文件夹 / data folder [./dutygraph-data]")] = None,
    uri: Annotated[str | None, typer.Option(help="Neo4j 地址 / address of a Neo4j server")] = None,
    lang: Annotated[Language, typer.Option(envvar="DUTYGRAPH_LANG")] = Language.zh,
) -> None:
    """Options that every command takes."""
    session.data, session.uri, session.lang = data, uri, lang.value


@app.command()
def parse(paths: Paths, shape: Annotated[ParseShape, typer.Option("--format")] = ParseShape.json) -> None:
    """读取清单并输出内容（不入库） / Read lists and print what they say."""
    from ingest.records import ParseOutput
    from ingest.sources import find_files

    refused: list[Refused] = []
    with _told():
        files = find_files(paths)
        output = ParseOutput(documents=list(_read(files, refused)))
    if shape is ParseShape.json:
        _print(output.model_dump_json(indent=1))
    else:
        from visualize.terminal import show_documents

        show_documents(output.documents, session.lang)
    _tell_refused(refused, len(files))


@app.command()
def ingest(paths: Paths) -> None:
    """读取清单并入库 / Read lists into the graph."""
    from graph.intake import take_in, tidy
    from ingest.sources import find_files
    from queries.findings import find
    from queries.storing import store_findings
    from visualize.terminal import show_changes

    refused: list[Refused] = []
    with _store() as store:
        files = find_files(paths)
        store.prepare()
        changes = [change for document in _read(files, refused) for change in take_in(store, document)]
        if any(change.state != "unchanged" for change in changes):
            tidy(store)
            store_findings(store, find(store))
    show_changes(changes, session.lang)
    _tell_refused(refused, len(files))


@app.command()
def status() -> None:
    """图谱概况 / What the graph holds."""
    from graph.health import count_kinds
    from visualize.terminal import show_status

    with _store() as store:
        show_status(store.engine, count_kinds(store), session.lang)


@app.command()
def doctor() -> None:
    """检查图谱是否完整 / Check the graph: counts against documents, provenance, dangling edges."""
    from graph.health import examine
    from visualize.terminal import show_examination

    with _store() as store:
        complaints = examine(store)
    show_examination(complaints, session.lang)
    raise typer.Exit(1 if complaints else 0)


@app.command()
def query(
    name: Annotated[
        str | None, typer.Argument(help="查询名称，不填则列出全部 / without it, all are listed")
    ] = None,
    param: Annotated[list[str], typer.Option(help="参数 k=v / a parameter")] = [],  # noqa: B006 - typer copies it
    shape: Annotated[Shape, typer.Option("--format")] = Shape.table,
) -> None:
    """运行命名查询 / Run a named query."""
    from queries.catalogue import catalogue, run_query
    from visualize.terminal import show_answer, show_catalogue

    if name is None:
        show_catalogue(catalogue(), session.lang)
        return
    with _store() as store:
        answer = run_query(store, name, _parameters(param))
    show_answer(answer, shape.value, session.lang)


@app.command()
def findings(
    kind: Annotated[list[str], typer.Option(help="只看此类 / only this kind")] = [],  # noqa: B006
    department: Annotated[str | None, typer.Option(help="只看此部门 / only this department")] = None,
    limit: Annotated[int | None, typer.Option(min=1)] = None,
    shape: Annotated[ParseShape, typer.Option("--format")] = ParseShape.table,
) -> None:
    """列出问题线索 / List the findings."""
    from queries.findings import find
    from visualize.terminal import show_findings

    with _store() as store:
        found = find(store, kinds=kind or None, department=department)
    found = found.model_copy(update={"findings": found.findings[:limit]})
    if shape is ParseShape.json:
        _print(found.model_dump_json(indent=1, by_alias=True))
    else:
        show_findings(found, session.lang)


@app.command()
def explain(
    what: Annotated[str, typer.Argument(help="department")],
    name: Annotated[str, typer.Argument(help="名称，如 区住建局 / a name as printed")],
    region: Annotated[str | None, typer.Option(help="所在行政区划 / its region")] = None,
) -> None:
    """说明一个名称指哪个部门、为什么 / Say which body a name stands for, and why."""
    from graph.linking import explain_department
    from visualize.terminal import show_explanations

    if what != "department":
        _fail(f"无法解释“{what}”，可用：department / cannot explain {what!r}; known: department")
    with _store() as store:
        show_explanations(explain_department(store, name, region), name, session.lang)


@app.command()
def graph(
    out: Annotated[Path, typer.Option("-o", "--out", help="输出文件 / the HTML file to write")],
    department: Annotated[str | None, typer.Option(help="部门 / a department")] = None,
    matter: Annotated[str | None, typer.Option(help="管理事项 / a shared matter")] = None,
    kind: Annotated[str | None, typer.Option(help="gaps")] = None,
) -> None:
    """输出可离线打开的图 / Draw a graph into one offline HTML file."""
    from visualize.pictures import write_graph

    with _store() as store:
        write_graph(store, out, department=department, matter=matter, kind=kind, lang=session.lang)
    _print(str(out))


@app.command()
def serve(host: str = "127.0.0.1", port: int = 8000) -> None:
    """启动网页和接口服务 / Serve the pages and the API."""
    from api.server import serve as run

    with _told():
        run(host, port, session.settings())


@app.command()
def schema(parse_output: Annotated[bool, typer.Option("--parse", help="JSON Schema")] = False) -> None:
    """输出本体，或解析结果的 JSON Schema / Print the ontology, or the schema of the parse output."""
    from visualize.terminal import show_schema

    if parse_output:
        from ingest.records import ParseOutput

        _print(json.dumps(ParseOutput.model_json_schema(), ensure_ascii=False, indent=1))
    else:
        show_schema(session.lang)


@app.command()
def export(
    out: Annotated[Path, typer.Option("-o", "--out", help="输出文件或文件夹 / file, or folder for csv")],
    shape: Annotated[ExportShape, typer.Option("--format")] = ExportShape.graphml,
) -> None:
    """导出图谱 / Export the graph."""
    from graph.export import write_export

    with _store() as store:
        write_export(store, out, shape.value)
    _print(str(out))


@app.command()
def demo(serve_pages: Annotated[bool, typer.Option("--serve/--no-serve")] = True) -> None:
    """读入示例区并展示 / Read the sample district, print a summary, and serve the pages."""
    from queries.findings import find
    from visualize.terminal import show_findings

    sample = Path(__file__).parent / "data"
    if session.data is None:
        session.data = Path("dutygraph-data") / "demo"
    ingest([str(sample)])
    status()
    with _store() as store:
        show_findings(find(store), session.lang, summary=True)
    if serve_pages:
        serve()


def _read(files: Sequence[Path], refused: "list[Refused]") -> "Iterator[Document]":
    """Yield what the files say, behind a progress bar; those that are not read go to ``refused``."""
    from ingest.sandbox import Refused, parse_files
    from visualize.terminal import progress

    for read in progress(parse_files(files), len(files), session.lang):
        if isinstance(read, Refused):
            refused.append(read)
        else:
            yield read


def _tell_refused(refused: "list[Refused]", total: int) -> None:
    """Name the files that were not read, and end the command with an error when there are any."""
    from visualize.terminal import show_refused

    if refused:
        show_refused(refused, total, session.lang)
        raise typer.Exit(2)


@contextmanager
def _store() -> "Iterator[GraphStore]":
    """The store of this session; what goes wrong with it or with a document is told in one line."""
    from graph.store import GraphStore

    with _told(), GraphStore.open(session.settings()) as store:
        yield store


@contextmanager
def _told() -> Iterator[None]:
    """Errors meant for the user end the command with their message."""
    from graph.errors import GraphError
    from ingest.errors import UnreadableDocumentError

    try:
        yield
    except (GraphError, UnreadableDocumentError) as error:
        _fail(str(error))


def _parameters(pairs: list[str]) -> dict[str, str]:
    """Read ``k=v`` pairs; a pair without = ends the command."""
    for pair in pairs:
        if "=" not in pair:
            _fail(f"参数应写作 名称=值：{pair} / write a parameter as name=value: {pair}")
    return {pair.split("=", 1)[0]: pair.split("=", 1)[1] for pair in pairs}


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")


def _fail(message: str) -> NoReturn:
    sys.stderr.write(message + "\n")
    raise typer.Exit(2)


def main() -> None:
    """Run the command line; output is UTF-8 wherever it goes, as Windows consoles and pipes need to be told."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()


if __name__ == "__main__":
    main()
