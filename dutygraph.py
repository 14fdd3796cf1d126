"""The front door: ``dutygraph`` on the command line."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from commands import asking, finding, laws, measuring, reading, rules, showing, verdicts
from commands.shared import Language, session

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="读取部门责任清单，建成知识图谱，找出职责重叠、悬空和缺口。"
    " / Reads duty lists of government departments and finds overlaps, orphans and gaps.",
)


@app.callback()
def options(
    data: Annotated[Path | None, typer.Option(help="数据文件夹 / data folder [./dutygraph-data]")] = None,
    uri: Annotated[str | None, typer.Option(help="Neo4j 地址 / address of a Neo4j server")] = None,
    lang: Annotated[Language, typer.Option(envvar="DUTYGRAPH_LANG")] = Language.zh,
) -> None:
    """Options that every command takes."""
    session.data, session.uri, session.lang = data, uri, lang.value


for command in (
    reading.parse,
    reading.ingest,
    reading.template,
    asking.status,
    asking.doctor,
    asking.query,
    finding.findings,
    finding.finding,
    verdicts.verdict,
    rules.rules,
    finding.recompute,
    asking.explain,
    measuring.metrics,
    showing.graph,
    showing.serve,
    showing.schema,
    showing.export,
    showing.demo,
):
    app.command()(command)
app.add_typer(verdicts.app, name="verdicts")
app.add_typer(laws.app, name="laws")


def main() -> None:
    """Run the command line; output is UTF-8 wherever it goes, as Windows consoles and pipes need to be told."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()


if __name__ == "__main__":
    main()
