"""Letters to departments about findings, and the answers that come back."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dutygraph.commands.filter_options import StatedFilters, with_filters
from dutygraph.commands.front_door import CommandLine
from dutygraph.commands.session import fail, open_store, session, write_line

if TYPE_CHECKING:
    from dutygraph.queries.letters.selection import LetterFilters

app = CommandLine("征求意见函：生成、读回 / Letters to departments: write them, read the answers.")


Out = Annotated[
    Path,
    typer.Option(
        "-o",
        "--out",
        help="输出文件，以 .docx 或 .xlsx 结尾；不选部门时为文件夹，每个部门一份"
        " / file to write, by its ending; without a department a folder, with a file for each",
    ),
]
Due = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="反馈期限，如 2027-01-31 / the day to answer by"),
]


@app.command("write")
@with_filters
def write(
    out: Out,
    stated: StatedFilters,
    department: Annotated[str | None, typer.Option(help="发给哪个部门 / the department to ask")] = None,
    region: Annotated[
        str | None,
        typer.Option(
            help="发给哪个行政区划；图中只有一个时可不写 / in which region; needed where there are several"
        ),
    ] = None,
    sender: Annotated[str | None, typer.Option(help="发函单位 / who asks")] = None,
    due: Due = None,
) -> None:
    """生成征求意见函；默认列核查为“属实”“待研究”的线索 / Write letters about confirmed and undecided findings."""
    from dutygraph.queries.letters.selection import LetterFilters

    day = due.date() if due else None
    of_letter = {"department": department, "region": region, "sender": sender, "due": day}
    _write(out, LetterFilters.of({**stated, **of_letter}))


def _write(out: Path, filters: "LetterFilters") -> None:
    from dutygraph.queries.catalogue.bodies import one_region
    from dutygraph.visualize.report.letter_files import LetterShape, write_letter, write_letters
    from dutygraph.visualize.texts import text

    is_file = out.suffix.lower().removeprefix(".") in tuple(LetterShape)
    if filters.department and not is_file:
        fail(f"文件名应以 .docx 或 .xlsx 结尾：{out} / the file should end in .docx or .xlsx")
    if not filters.department and is_file:
        fail(f"不选部门时请写文件夹名，不写文件名：{out} / without --department name a folder, not a file")
    with open_store() as store:
        if filters.department:
            write_letter(store, out, filters, session.lang)
            write_line(str(out))
            return
        # Asked for its refusal alone: where there is one region, bodies whose list names none are written to as well.
        one_region(store, filters.region)
        count = write_letters(store, out, filters, LetterShape.docx, session.lang)
    write_line(text("letters_written", session.lang, count=count, path=out))


@app.command("read")
def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            help="填好的函：文件、文件夹或通配符 / letters that were filled in: files, folders or patterns"
        ),
    ],
) -> None:
    """读回填好的征求意见函，意见记到各条线索 / Read filled-in letters; answers become comments on findings."""
    from dutygraph.commands.terminal.letters import show_letter, show_no_letters
    from dutygraph.ingest.sources import find_files
    from dutygraph.queries.errors import LetterError
    from dutygraph.queries.letters.reading import read_letter

    files = find_files(paths)
    refused: list[LetterError] = []
    whole = True
    with open_store() as store:
        for path, name in files.items():
            try:
                found = read_letter(store, path, name)
            except LetterError as error:
                refused.append(error)
                continue
            show_letter(found, session.lang)
            whole = whole and not found.unmatched
    if refused:
        show_no_letters(refused, len(files), session.lang)
    if refused or not whole:
        raise typer.Exit(2)
