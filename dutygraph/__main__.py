"""The front door: ``dutygraph`` on the command line."""

from typing import Annotated

import typer

from dutygraph.commands import (
    assistants,
    findings,
    laws,
    letters,
    lists,
    metrics,
    output,
    paths,
    questions,
    regions,
    removal,
    report,
    rules,
    search,
    settings,
    tokens,
    verdicts,
)
from dutygraph.commands.front_door import CommandLine, Data, Lang, Uri
from dutygraph.commands.session import session, write_line

app = CommandLine(
    "读取部门责任清单，建成知识图谱，找出职责重叠、悬空和缺口。"
    " / Reads duty lists of government departments and finds overlaps, orphans and gaps."
)


def _show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        write_line(f"dutygraph {version('dutygraph')}")
        raise typer.Exit


@app.callback()
def options(
    data: Data = None,
    uri: Uri = None,
    lang: Lang = None,
    version: Annotated[  # noqa: ARG001 - its callback answers
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="版本 / the version")
    ] = False,
) -> None:
    """Options that every command takes."""
    session.begin(data, uri, lang)


for command in (
    lists.parse,
    lists.ingest,
    lists.template,
    removal.remove,
    regions.analyse,
    questions.status,
    search.search,
    questions.doctor,
    questions.query,
    paths.path,
    paths.dependents,
    findings.findings,
    findings.finding,
    findings.topics,
    findings.topic,
    verdicts.verdict,
    rules.rules,
    findings.recompute,
    questions.explain,
    metrics.metrics,
    report.report,
    output.graph,
    output.serve,
    assistants.mcp,
    output.schema,
    output.export,
    output.demo,
    settings.settings,
    tokens.audit,
):
    app.command()(command)
app.add_typer(verdicts.app, name="verdicts")
app.add_typer(letters.app, name="letter")
app.add_typer(laws.app, name="laws")
app.add_typer(tokens.app, name="token")


def main() -> None:
    """Run the command line."""
    app.run()


if __name__ == "__main__":
    main()
