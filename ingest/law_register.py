"""Registers of instruments: a CSV with a row per version of a law, regulation or rule, read whole or not at all."""

import csv
import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import NoReturn

from ingest.encoding import decode
from ingest.errors import UnreadableDocumentError, empty

COLUMNS = ("title", "short_title", "level", "version_date", "in_force_from", "expired", "articles", "scope")
"""What the header must name, in any order; columns beside them are left alone."""

NATIONAL = "国家"
"""The scope of instruments that hold everywhere."""

_NAMED = {
    "title": "标题",
    "version_date": "版本日期",
    "in_force_from": "施行日期",
    "expired": "是否失效",
    "articles": "条数",
}
_EXPIRED = {"1": True, "0": False, "": False}
_LONGEST_TITLE = 300
_MOST_ARTICLES = 5000
_FEWEST_ARTICLES = 5
"""A whole law or regulation of fewer articles is taken for a slip of whoever counted; none that lists cite is so short."""
_MISTAKES_SHOWN = 10


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
    """A row that was read with a reservation: its line in the file and what was left out, in Chinese and English."""

    line: int
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class LawRegister:
    """The entries of a file, in its order, and the doubts about some of them."""

    entries: tuple[RegisterEntry, ...]
    doubts: tuple[Doubt, ...]


def read_register(data: bytes, source: str) -> LawRegister:
    """Read a register from the bytes of a CSV file (UTF-8, UTF-16 or GB18030); ``source`` names it in messages.

    Raises UnreadableDocumentError that names line and column of the first mistakes, and how many there are in all.
    """
    if not data.strip():
        raise empty(source)
    mistakes: list[tuple[str, str]] = []
    entries: list[RegisterEntry] = []
    doubts: list[Doubt] = []
    for line, row in _rows(decode(data, source), source):
        wrong = list(_mistakes(line, row))
        mistakes += wrong
        if not wrong:
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
                yield line, _named(header, cells, line, source)
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


def _named(header: Sequence[str], cells: Sequence[str], line: int, source: str) -> dict[str, str]:
    if len(cells) != len(header):
        raise UnreadableDocumentError(
            source,
            zh=f"第{line}行有 {len(cells)} 列，表头有 {len(header)} 列；含逗号的内容要用引号括起",
            en=f"line {line} has {len(cells)} columns, the header {len(header)}; put text with commas in quotes",
        )
    return {name: cell.strip() for name, cell in zip(header, cells, strict=True)}


def _mistakes(line: int, row: dict[str, str]) -> Iterator[tuple[str, str]]:
    for column, (right, zh, en) in _CHECKS.items():
        text = row[column]
        if not right(text):
            yield (
                f"第{line}行 {column}（{_NAMED[column]}）应为{zh}，而不是“{text[:20]}”",
                f"line {line}, {column}: must be {en}, not {text[:20]!r}",
            )


def _is_date(text: str) -> bool:
    try:
        return not text or (len(text) == len("2020-05-28") and bool(datetime.date.fromisoformat(text)))
    except ValueError:
        return False


def _is_count(text: str) -> bool:
    return not text or (text.isascii() and text.isdigit() and 1 <= int(text) <= _MOST_ARTICLES)


_CHECKS: Mapping[str, tuple[Callable[[str], bool], str, str]] = {
    "title": (
        lambda text: 0 < len(text) <= _LONGEST_TITLE,
        f"1至{_LONGEST_TITLE}字",
        f"1 to {_LONGEST_TITLE} characters",
    ),
    "version_date": (_is_date, " 2020-05-28 这样的日期或空白", "a date such as 2020-05-28, or blank"),
    "in_force_from": (_is_date, " 2021-01-01 这样的日期或空白", "a date such as 2021-01-01, or blank"),
    "expired": (_EXPIRED.__contains__, " 0（有效）、1（失效）或空白", "0 (in force), 1 (expired) or blank"),
    "articles": (
        _is_count,
        f"1至{_MOST_ARTICLES}的整数或空白",
        f"a number from 1 to {_MOST_ARTICLES}, or blank",
    ),
}
"""What each column may hold: the check, and how to say it."""


def _entry(line: int, row: dict[str, str]) -> tuple[RegisterEntry, list[Doubt]]:
    articles = int(row["articles"]) if row["articles"] else None
    doubts = []
    if articles and articles < _FEWEST_ARTICLES and row["title"].endswith(("法", "条例", "细则")):
        doubts.append(
            Doubt(
                line,
                f"第{line}行 articles（条数）《{row['title']}》只有 {articles} 条，疑有误，条数不采用",
                f"line {line}, articles: only {articles} in {row['title']}; taken for a slip and not used",
            )
        )
        articles = None
    entry = RegisterEntry(
        row["title"], row["level"], row["version_date"], row["in_force_from"],
        _EXPIRED[row["expired"]], articles, row["scope"],
    )  # fmt: skip
    return entry, doubts


def _refuse(source: str, mistakes: Sequence[tuple[str, str]]) -> NoReturn:
    more = len(mistakes) - _MISTAKES_SHOWN
    zh = "；".join(zh for zh, _ in mistakes[:_MISTAKES_SHOWN]) + (f"；另有 {more} 处" if more > 0 else "")
    en = "; ".join(en for _, en in mistakes[:_MISTAKES_SHOWN]) + (f"; and {more} more" if more > 0 else "")
    raise UnreadableDocumentError(source, zh=f"{zh}。未导入任何内容", en=f"{en}. Nothing was imported")
