"""The index of searches: a file of SQLite (FTS5) beside the graph.

It is made from the graph and can be thrown away at any time; readers see it as it was until a change of it is whole.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from dutygraph.queries.errors import SearchIndexError
from dutygraph.queries.search.entry import IndexEntry
from dutygraph.queries.search.grams import grams

_FORM = 3
"""Goes up whenever the tables or what they hold change their form; a file of another form is made anew."""
_BUSY_SECONDS = 60.0
_TABLES = ("lists", "entries", "grams")
_WEIGHTS = {"in_title": 4.0, "in_text": 1.0, "in_beside": 0.3}
"""How much a word counts (BM25) in a title, in the text, and beside: a law that a text cites is not what it is about."""
_MOST = 10_000
"""Of a word that stands nearly everywhere so many entries are weighed, those that were put in first; more takes longer than
a reader waits (300,000 texts: ``python -m benchmarks.search``)."""


@dataclass(frozen=True, slots=True)
class Where:
    """Which entries are looked through: by label, id of the department, code of the region; what is None does not choose.

    What belongs to no region (laws, targets) is in every one.
    """

    kind: str | None = None
    department: str | None = None
    region: str | None = None


EVERYWHERE = Where()


@dataclass(frozen=True, slots=True)
class Matches:
    """How many entries match, by kind and by department (id and name), and some of them, the best first, with scores.

    ``cut`` says that more match than are weighed and counted.
    """

    total: int
    cut: bool
    kinds: Mapping[str, int]
    departments: Mapping[tuple[str, str], int]
    best: list[tuple[IndexEntry, float]]


class SearchIndex:
    """An index in a file that is made when it is not there; its methods raise SearchIndexError."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def lists(self) -> dict[str, str]:
        """Return the state of each list whose statements are in, by its id."""
        with self._open() as index:
            return {row["id"]: row["state"] for row in index.execute(_sql("lists"))}

    def replace(self, lists: Mapping[str, str | None], entries: Iterable[IndexEntry]) -> None:
        """Put in entries in the place of all of these lists (ids), as one piece.

        The lists stay with their states; one without is gone, or is no list of the graph.
        """
        with self._open() as index:
            index.execute("BEGIN IMMEDIATE")
            for list_ in lists:
                _take_out(index, list_)
            for entry in entries:
                _put_in(index, entry)
            states = ({"id": id_, "state": value} for id_, value in lists.items() if value is not None)
            index.executemany(_sql("keep_list"), states)
            index.execute("COMMIT")

    def find(self, expression: str, where: Where = EVERYWHERE, *, most: int = 50) -> Matches:
        """Return the entries that match an FTS5 expression, the best ``most`` of them."""
        with self._open() as index:
            index.execute("BEGIN")
            index.execute(
                _sql("hits"), {**_WEIGHTS, **asdict(where), "expression": expression, "most": _MOST}
            )
            kinds = {row["kind"]: row[1] for row in index.execute(_sql("kinds"))}
            departments = {(row[0], row[1]): row[2] for row in index.execute(_sql("departments"))}
            best = [(_entry(row), row["score"]) for row in index.execute(_sql("best"), {"most": most})]
        total = sum(kinds.values())
        return Matches(total, total == _MOST, kinds, departments, best)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
            with closing(sqlite3.connect(self._path, timeout=_BUSY_SECONDS, isolation_level=None)) as index:
                index.row_factory = sqlite3.Row
                if index.execute("PRAGMA user_version").fetchone()[0] != _FORM:
                    _make_anew(index)
                yield index
        except (sqlite3.Error, OSError) as error:
            raise SearchIndexError(
                zh=f"检索索引 {self._path} 无法使用：{error}。请检查磁盘空间和权限；文件若已损坏请删除，检索时会重建",
                en=f"cannot use the search index {self._path}: {error}; check disk space and permissions; if the file is"
                " damaged delete it, the next search makes it anew",
            ) from error


def _make_anew(index: sqlite3.Connection) -> None:
    index.execute("PRAGMA journal_mode = WAL")
    index.execute("BEGIN IMMEDIATE")
    for table in _TABLES:
        index.execute(f"DROP TABLE IF EXISTS {table}")
    for name in ("lists", "entries", "entries_of_list", "grams"):
        index.execute(_sql(f"make_{name}"))
    index.execute(f"PRAGMA user_version = {_FORM}")
    index.execute("COMMIT")


def _take_out(index: sqlite3.Connection, list_: str) -> None:
    rows = index.execute(_sql("texts_of_list"), {"list": list_}).fetchall()
    index.executemany(_sql("forget_grams"), ({"number": row["number"], **_grams_of(row)} for row in rows))
    for statement in ("forget_entries", "forget_list"):
        index.execute(_sql(statement), {"list": list_})


def _put_in(index: sqlite3.Connection, entry: IndexEntry) -> None:
    row = asdict(entry)
    number = index.execute(_sql("keep_entry"), row).lastrowid
    index.execute(_sql("keep_grams"), {"number": number, **_grams_of(row)})


def _grams_of(row: Mapping[str, str] | sqlite3.Row) -> dict[str, str]:
    return {name: grams(row[name]) for name in ("title", "text", "beside")}


def _entry(row: sqlite3.Row) -> IndexEntry:
    return IndexEntry(
        **{**{name: row[name] for name in IndexEntry.__slots__}, "assists": bool(row["assists"])}
    )


def _sql(name: str) -> str:
    """Return the statement of a name in ``index.sql``."""
    return _statements()[name]


@cache
def _statements() -> Mapping[str, str]:
    text = resources.files("dutygraph.queries.search").joinpath("index.sql").read_text(encoding="utf-8")
    _, *parts = re.split(r"^-- name: (\w+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))
