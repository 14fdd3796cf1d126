"""Registers of instruments: a CSV with a row per version of a law, regulation or rule, read whole or not at all."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import NoReturn

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.errors import UnreadableDocumentError, empty
from dutygraph.ingest.files.encoding import decode
from dutygraph.ingest.laws.register_columns import COLUMNS, EXPIRED, mistakes_of

NATIONAL = "国家"
"""The scope of instruments that hold everywhere."""

_FEWEST_ARTICLES = 5
"""A law or regulation with fewer articles is taken for a miscount; none that lists cite is so short."""
_MOST_MISTAKES = 10
"""Mistakes named in the error; the rest are counted."""


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One version of an instrument; ``articles`` is the number of its last article, None where it is not known."""

    title: str
    level: str
    version_date: str
    in_force_from: str
    expired: bool
    articles: int | None
    scope: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that was left out as implausible: the line of its row in the file (from 1), and the reason."""

    line: int
    text: Bilingual


@dataclass(frozen=True, slots=True)
class LawRegister:
    """The entries of a file in its order, and the values that were left out of them."""

    entries: tuple[RegisterEntry, ...]
    doubts: tuple[Doubt, ...]


def read_register(data: bytes, source: str) -> LawRegister:
    """Read a register from the bytes of a CSV file (UTF-8, UTF-16 or GB18030); ``source`` names it in messages.

    Raises UnreadableDocumentError with line and column of the first ``_MOST_MISTAKES`` mistakes and the number of others.
    """
    if not data.strip():
        raise empty(source)
    mistakes: list[Bilingual] = []
    entries: list[RegisterEntry] = []
    doubts: list[Doubt] = []
    for line, row in _rows(decode(data, source), source):
        row_mistakes = list(mistakes_of(line, row))
        mistakes += row_mistakes
        if not row_mistakes:
            entry, doubt = _entry(line, row)
            entries.append(entry)
            doubts += doubt
    if mistakes:
        _refuse(source, mistakes)
    if not entries:
        raise UnreadableDocumentError(
            source,
            zh="只有表头，没有法规；请检查导出是否完整",
            en="a header without instruments; export it again",
        )
    return LawRegister(tuple(entries), tuple(doubts))


def _rows(text: str, source: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row that is not blank with the line on which it begins."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check_header(header, source)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, _cells_by_column(header, cells, line, source)
            line = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableDocumentError(
            source,
            zh=f"第{reader.line_num}行不是有效的 CSV：{error}；请检查引号是否成对",
            en=f"line {reader.line_num} is not valid CSV: {error}; check that quotes come in pairs",
        ) from error


def _check_header(header: Sequence[str], source: str) -> None:
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        raise UnreadableDocumentError(
            source,
            zh=f"表头缺少列 {'、'.join(missing)}；应有 {'、'.join(COLUMNS)}，以逗号分隔",
            en=f"the header lacks {', '.join(missing)}; it must name {', '.join(COLUMNS)}, parted by commas",
        )


def _cells_by_column(header: Sequence[str], cells: Sequence[str], line: int, source: str) -> dict[str, str]:
    if len(cells) != len(header):
        raise UnreadableDocumentError(
            source,
            zh=f"第{line}行有 {len(cells)} 列，表头有 {len(header)} 列；含逗号的内容要用引号括起",
            en=f"line {line} has {len(cells)} columns, the header {len(header)}; put text with commas in quotes",
        )
    return {name: cell.strip() for name, cell in zip(header, cells, strict=True)}


def _entry(line: int, row: dict[str, str]) -> tuple[RegisterEntry, list[Doubt]]:
    articles = int(row["articles"]) if row["articles"] else None
    doubts = []
    if articles and articles < _FEWEST_ARTICLES and row["title"].endswith(("法", "条例", "细则")):
        doubts.append(
            Doubt(
                line,
                Bilingual(
                    f"第{line}行 articles（条数）《{row['title']}》只有 {articles} 条，疑有误，条数不采用",
                    f"line {line}, articles: only {articles} in {row['title']}; taken for a slip and not used",
                ),
            )
        )
        articles = None
    entry = RegisterEntry(
        row["title"], row["level"], row["version_date"], row["in_force_from"],
        EXPIRED[row["expired"]], articles, row["scope"],
    )  # fmt: skip
    return entry, doubts


def _refuse(source: str, mistakes: Sequence[Bilingual]) -> NoReturn:
    more = len(mistakes) - _MOST_MISTAKES
    zh = "；".join(mistake.zh for mistake in mistakes[:_MOST_MISTAKES]) + (
        f"；另有 {more} 处" if more > 0 else ""
    )
    en = "; ".join(mistake.en for mistake in mistakes[:_MOST_MISTAKES]) + (
        f"; and {more} more" if more > 0 else ""
    )
    raise UnreadableDocumentError(source, zh=f"{zh}。未导入任何内容", en=f"{en}. Nothing was imported")
