"""CSV and TSV files: cells separated by commas, tabs or semicolons, in quotes where they hold line breaks."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from dutygraph.ingest.document import Block, Cell, Span
from dutygraph.ingest.errors import UnreadableDocumentError
from dutygraph.ingest.files.encoding import decode
from dutygraph.ingest.files.limits import within_limits
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.readers.sheets.sheet_lists import Sheet, sheet_blocks
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import clean

_DELIMITERS = ",\t;"
_SAMPLE = 64 * 1024
"""Characters at the beginning of the file from which the delimiter is guessed."""
_LINE_END = re.compile(r"\r\n?|\n")
_TEXT_FORMULA = re.compile(r'\s*="((?:[^"]|"")*)"\s*')
"""How exports keep Excel from making a number of 01: a formula that is but a text."""


def read_csv(data: bytes, source: str) -> list[Block]:
    """Return the blocks of a .csv or .tsv file; raises UnreadableDocumentError."""
    text = decode(data, source)
    try:
        rows = list(within_limits(_rows(text, _delimiter(text)), source))
    except csv.Error as error:
        raise UnreadableDocumentError(
            source,
            zh=f"不是有效的 CSV：{error}；请检查引号是否成对",
            en=f"not valid CSV: {error}; check that quotes come in pairs",
        ) from error
    width = max(map(len, rows), default=0)
    return sheet_blocks([Sheet("", [row + [Cell() for _ in range(width - len(row))] for row in rows])])


def _delimiter(text: str) -> str:
    """Return the delimiter that gives the most header words and, among equals, the most cells: texts hold commas too."""
    words = vocabulary().header_words
    sample = text[:_SAMPLE]

    def header_words_and_cells(delimiter: str) -> tuple[int, int]:
        cells = [cell for row in csv.reader(StringIO(sample), delimiter=delimiter) for cell in row]
        return sum(clean(cell) in words for cell in cells), len(cells)

    found = [delimiter for delimiter in _DELIMITERS if delimiter in sample]
    return max(found, key=header_words_and_cells, default=_DELIMITERS[0])


def _rows(text: str, delimiter: str) -> Iterator[list[Cell]]:
    """Yield the rows that are not blank; each cell has a span for each of its lines."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    for number, row in enumerate(reader, start=1):
        if any(cell.strip() for cell in row):
            yield [
                Cell(
                    [
                        Span(part, Locator(line=line, row=number, column=column))
                        for part in _LINE_END.split(_shown(cell))
                    ]
                )
                for column, cell in enumerate(row, start=1)
            ]
        line = reader.line_num + 1


def _shown(cell: str) -> str:
    """Return what Excel shows of a cell: the text of a formula that is but a text, anything else as it is."""
    formula = _TEXT_FORMULA.fullmatch(cell)
    return formula[1].replace('""', '"') if formula else cell
