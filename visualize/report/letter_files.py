"""Letters as files: one to a department, or one to each."""

import os
import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from dutygraph import clock
from dutygraph.errors import UnwritableFileError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import NamedBody, bodies
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.findings.review.due import check_due
from dutygraph.queries.letters.selection import LetterFilters, letter_data, recipients
from dutygraph.visualize.report.letter import letter
from dutygraph.visualize.report.letter_seal import is_untouched, sealed
from dutygraph.visualize.report.letter_sheet import letter_sheet
from dutygraph.visualize.report.letter_word import letter_word
from dutygraph.visualize.texts import Language
from dutygraph.whole_files import make_folder, whole_file

_NO_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class LetterShape(StrEnum):
    """As what a letter can be had."""

    docx = "docx"
    xlsx = "xlsx"


def letter_file(
    store: GraphStore, department: str, filters: LetterFilters, shape: LetterShape, lang: Language
) -> bytes:
    """Return the bytes of a letter to a department.

    Raises what ``letter_data`` raises, and ArgumentError for a day to answer by that has passed.
    """
    check_due(filters.due)
    written = letter(letter_data(store, department, filters), filters, lang, clock.today())
    return sealed(letter_sheet(written) if shape is LetterShape.xlsx else letter_word(written))


def write_letter(store: GraphStore, path: Path, filters: LetterFilters, lang: Language) -> None:
    """Write the letter to the department that is asked, in the form that the name ends in, complete or not at all.

    Raises UnwritableFileError, also for a name that another file has, and what ``letter_data`` raises.
    """
    shape = LetterShape(path.suffix.lower().removeprefix("."))
    _write({path: letter_file(store, filters.department or "", filters, shape, lang)})


def write_letters(
    store: GraphStore, folder: Path, filters: LetterFilters, shape: LetterShape, lang: Language
) -> int:
    """Write a letter to each department with findings to be asked about, beside what is in the folder; return how many.

    Each is complete or not there. Raises UnwritableFileError, for a name that another file has before anything is written,
    and ArgumentError when there is nothing to ask anybody.
    """
    ids, known = recipients(store, filters), bodies(store)
    if not ids:
        raise ArgumentError(
            zh="没有所选的问题线索。征求意见函默认只列核查为“属实”“待研究”的，其他的请用 status 选择，如“未核查”",
            en="none of the findings chosen are there; letters ask about confirmed and undecided ones"
            " unless status says otherwise, as open",
        )
    letters = {
        folder / f"{name}.{shape}": letter_file(store, id_, filters, shape, lang)
        for name, id_ in _named(ids, known).items()
    }
    make_folder(folder)
    _write(letters)
    return len(ids)


def _write(letters: Mapping[Path, bytes]) -> None:
    """Write letters, all of which are made by then; none if a name is that of a file which might hold somebody's work."""
    taken = sorted(path for path in letters if os.path.lexists(path) and not is_untouched(path))
    if taken:
        raise UnwritableFileError(
            taken[0],
            zh="已有同名文件，而且不是写出后未改动过的征求意见函（可能已填写意见），未写入任何内容；请移走该文件，或另选位置",
            en="a file of this name is there that is no letter as it was written (it may be answered); nothing was"
            " written. Move that file away, or choose another place",
        )
    for path, content in letters.items():
        with whole_file(path) as file:
            file.write(content)


def _named(ids: Iterable[str], known: Mapping[str, NamedBody]) -> dict[str, str]:
    """Return departments by the names of their files, with a number where several go by one name."""
    named: dict[str, str] = {}
    for id_ in ids:
        name = alone = _NO_NAME.sub("_", known[id_].name)
        number = 1
        while name in named:
            number += 1
            name = f"{alone}（{number}）"
        named[name] = id_
    return named
