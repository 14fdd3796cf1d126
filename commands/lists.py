"""Commands that read lists."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dutygraph.commands.session import ParseShape, Paths, fail, open_store, session, write_json, write_line

if TYPE_CHECKING:
    from dutygraph.ingest.reading_options import ReadingOptions
    from dutygraph.ingest.records import Document
    from dutygraph.ingest.sandbox import Refused


Publisher = Annotated[
    str,
    typer.Option(
        "--department", help="清单未写明发布部门时以此为准 / who publishes lists that name no department"
    ),
]

StatedRegion = Annotated[
    str,
    typer.Option(
        "--region",
        help="清单属于哪个行政区划，名称或六位代码；与清单所写不同时以此为准并提示 / the region of the lists, by name or "
        "code; where a list names another, this one counts, with a warning",
    ),
]

StatedColumns = Annotated[
    str,
    typer.Option(
        "--columns",
        help="未识别的表头各是什么栏，如 承接处所=office,履职要点=具体工作事项 / what unknown column headers stand "
        "for, by role or usual header",
    ),
]


class TemplateShape(StrEnum):
    """As what the blank template is written."""

    xlsx = "xlsx"
    docx = "docx"


def parse(
    paths: Paths,
    shape: Annotated[ParseShape, typer.Option("--format")] = ParseShape.json,
    department: Publisher = "",
    region: StatedRegion = "",
    columns: StatedColumns = "",
) -> None:
    """读取清单并输出内容（不入库） / Read lists and print what they say.

    有文件未能读取或什么也没读出时，退出码为 2。 / Ends with 2 when a file, or a list in it, was not read.
    """
    from dutygraph.ingest.reading_options import ReadingOptions
    from dutygraph.ingest.records import ParseOutput
    from dutygraph.ingest.sources import find_files

    refused: list[Refused] = []
    files = find_files(paths)
    output = ParseOutput(documents=list(_read(files, ReadingOptions(department, region, columns), refused)))
    if shape is ParseShape.json:
        write_json(output.model_dump_json(indent=1))
    else:
        from dutygraph.commands.terminal.answers import show_documents

        show_documents(output.documents, session.lang)
    lists = [one for document in output.documents for one in document.lists]
    _end(refused, len(files), left_out=not all(one.is_read for one in lists))


def ingest(
    paths: Paths, department: Publisher = "", region: StatedRegion = "", columns: StatedColumns = ""
) -> None:
    """读取清单并入库 / Read lists into the graph.

    有文件未能读取或有清单未入库时，退出码为 2。 / Ends with 2 when a file was not read or a list not taken in.
    """
    from dutygraph.commands.terminal.answers import steps_shown
    from dutygraph.commands.terminal.changes import show_changes
    from dutygraph.commands.terminal.findings import show_news
    from dutygraph.ingest.reading_options import ReadingOptions
    from dutygraph.ingest.sources import find_files
    from dutygraph.queries.findings.update.reading import read_documents

    refused: list[Refused] = []
    files = find_files(paths)
    with open_store(new=True) as store, steps_shown(session.lang) as progress:
        reading = read_documents(
            store, _read(files, ReadingOptions(department, region, columns), refused), progress
        )
    show_changes(reading.changes, session.lang)
    if reading.news:
        show_news(reading.news, session.lang)
    _end(refused, len(files), left_out=any(change.state == "skipped" for change in reading.changes))


def template(
    shape: Annotated[TemplateShape, typer.Option("--format")] = TemplateShape.xlsx,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="输出文件 / the file to write")] = None,
) -> None:
    """输出空白模板，填好即可读取 / Write a blank list to fill in, which reads back as it was filled in."""
    from dutygraph.ingest.template.blank import write_template

    path = out or Path(f"责任清单模板.{shape}")
    if path.suffix.lower() != f".{shape}":
        fail(
            f"文件名须以 .{shape} 结尾，或用 --format 另选格式：{path} / the name must end in .{shape}, or choose --format"
        )
    write_template(path, shape.value)
    write_line(str(path))


def _read(
    files: Mapping[Path, str], options: "ReadingOptions", refused: "list[Refused]"
) -> "Iterator[Document]":
    """Yield what the files say, each by its name, behind a progress bar; those that are not read go to ``refused``.

    Raises what ``ReadingOptions.check`` raises, before anything is read.
    """
    from dutygraph.commands.terminal.answers import progress
    from dutygraph.ingest.sandbox import Refused, parse_files

    documents = parse_files(list(files), options=options)
    shown = progress(documents, len(files), session.lang)
    for name, read in zip(files.values(), shown, strict=True):
        if isinstance(read, Refused):
            refused.append(read)
        else:
            yield read.model_copy(update={"source": name})


def _end(refused: "list[Refused]", total: int, *, left_out: bool) -> None:
    """Name the files that were not read, and end the command with 2 when there are any, or a list was ``left_out``."""
    from dutygraph.commands.terminal.answers import show_refused

    if refused:
        show_refused(refused, total, session.lang)
    if refused or left_out:
        raise typer.Exit(2)
