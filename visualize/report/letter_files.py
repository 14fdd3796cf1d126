"""Letters as files: one to a department, or one to each."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from dutygraph import clock
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import NamedBody, bodies
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.findings.due import check_due
from dutygraph.queries.letters.asked import LetterFilters, asked_of, departments_asked
from dutygraph.visualize.report.letter import letter
from dutygraph.visualize.report.letter_sheet import letter_sheet
from dutygraph.visualize.report.letter_word import letter_word
from dutygraph.visualize.texts import Language
from dutygraph.whole_files import whole_file, whole_folder

_NO_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


class LetterShape(StrEnum):
    """As what a letter can be had."""

    docx = "docx"
    xlsx = "xlsx"


def letter_file(
    store: GraphStore, department: str, asked: LetterFilters, shape: LetterShape, lang: Language
) -> bytes:
    """Return the bytes of a letter to a department.

    Raises what ``asked_of`` raises, and ArgumentError for a day to answer by that has passed.
    """
    check_due(asked.due)
    written = letter(asked_of(store, department, asked), asked, lang, clock.today())
    return letter_sheet(written) if shape is LetterShape.xlsx else letter_word(written)


def write_letter(store: GraphStore, path: Path, asked: LetterFilters, lang: Language) -> None:
    """Write the letter to the department that is asked, in the form that the name ends in, complete or not at all.

    Raises UnwritableFileError and what ``asked_of`` raises.
    """
    shape = LetterShape(path.suffix.lower().removeprefix("."))
    with whole_file(path) as file:
        file.write(letter_file(store, asked.department or "", asked, shape, lang))


def write_letters(
    store: GraphStore, folder: Path, asked: LetterFilters, shape: LetterShape, lang: Language
) -> int:
    """Write a letter to each department with findings to be asked about, all or none; return how many.

    Raises UnwritableFileError, and ArgumentError when there is nothing to ask anybody.
    """
    ids, known = departments_asked(store, asked), bodies(store)
    if not ids:
        raise ArgumentError(
            zh="没有所选的问题线索。征求意见函默认只列核查为“属实”“待研究”的，其他的请用 status 选择，如“未核查”",
            en="none of the findings chosen are there; letters ask about confirmed and undecided ones"
            " unless status says otherwise, as open",
        )
    with whole_folder(folder, lambda name: name.endswith(tuple(LetterShape))) as draft:
        for name, id_ in _named(ids, known).items():
            (draft / f"{name}.{shape}").write_bytes(letter_file(store, id_, asked, shape, lang))
    return len(ids)


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
