"""A document: what was read from it, what stayed unread, and what stands around a place."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.reading_order import reading_order
from dutygraph.ingest.records import Locator, ParseWarning
from dutygraph.queries.catalogue.named_queries import whole_answer
from dutygraph.queries.catalogue.nodes import Term, find_node, term
from dutygraph.queries.catalogue.row_places import RowPlaces
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.versions import data_version

NOT_KEPT = Bilingual(
    "图中只保存读出的内容及其位置和读取提示，不保存文件本身和未能归入的文字",
    "the graph keeps what was read, where it stands, and the warnings of reading; not the file, nor what was not placed",
)


class StatementCount(BaseModel):
    """How many statements of a kind were read."""

    kind: Term
    count: int


class ReadingWarning(ParseWarning):
    """A warning of reading, and the list that it is about."""

    list: str


class DocumentCard(BaseModel):
    """A document with its lists (rows of the named query ``documents``: shares placed, sections read in part, warnings).

    ``warnings`` are those of reading, in the order of the lists; of very many in one list the last are left out, and
    ``warnings_left_out`` counts them. Lists that an older version has read have none.
    """

    id: str
    source: str
    lists: list[dict[str, Any]]
    statements: list[StatementCount]
    warnings: list[ReadingWarning]
    warnings_left_out: int
    not_kept: Bilingual = NOT_KEPT
    data_version: str


class SourceExcerpt(BaseModel):
    """What was read around a place of a document, as it was read; ``here`` counts the row at the place or before it."""

    id: str
    source: str
    here: int | None
    rows: list[dict[str, Any]]
    not_kept: Bilingual = NOT_KEPT
    data_version: str


class DocumentPart(BaseModel):
    """A stretch of all that was read from a document, in the order of reading: part ``number`` of ``of``, from 1."""

    id: str
    source: str
    number: int
    of: int
    here: int | None
    """Which row stands at the place that was asked for."""
    rows: list[dict[str, Any]]
    warnings: list[list[ParseWarning]]
    """What reading warned of at each row and up to the next one."""
    only_counted: int
    """Warnings of the whole document that an older version has counted, but not kept."""


def document_card(store: GraphStore, text: str) -> DocumentCard:
    """Return a document, by its name or checksum; raises UnknownNodeError and AmbiguousNameError."""
    found = find_node(store, text, ["Document"])
    lists = whole_answer(store, "documents", {"document": found.id})
    kinds = Counter(row["kind"]["name"] for row in _statements(store, found.id))
    counted = store.read(cypher("document_warnings"), {"id": found.id})
    warnings = [_warning(text, row["title"]) for row in counted for text in row["texts"]]
    return DocumentCard(
        id=found.id,
        source=found.name,
        lists=list(lists.rows),
        statements=[StatementCount(kind=term(name), count=count) for name, count in sorted(kinds.items())],
        warnings=warnings,
        warnings_left_out=sum(row["count"] for row in counted) - len(warnings),
        data_version=lists.data_version,
    )


def _warning(text: str, title: str) -> ReadingWarning:
    return ReadingWarning(list=title, **dict(ParseWarning.model_validate_json(text)))


def source_excerpt(store: GraphStore, text: str, place: Locator, around: int) -> SourceExcerpt:
    """Return what was read around a place of a document: as many statements on either side.

    Raises UnknownNodeError and AmbiguousNameError.
    """
    found = find_node(store, text, ["Document"])
    rows = _statements(store, found.id)
    at = _row_at(rows, place)
    start = max(0, at - around)
    return SourceExcerpt(
        id=found.id,
        source=found.name,
        here=at - start if rows else None,
        rows=rows[start : at + around + 1],
        data_version=data_version(store),
    )


def document_part(
    store: GraphStore, text: str, place: Locator, number: int | None, size: int
) -> DocumentPart:
    """Return a stretch of ``size`` statements of a document: the one with the place, else the one of this number.

    Raises UnknownNodeError and AmbiguousNameError.
    """
    found = find_node(store, text, ["Document"])
    rows = _statements(store, found.id)
    at = _row_at(rows, place) if place.model_dump() and number is None else None
    of = max(1, -(-len(rows) // size))
    part = min(number or 1, of) if at is None else at // size + 1
    start, end = (part - 1) * size, part * size
    counted = store.read(cypher("document_warnings"), {"id": found.id})
    return DocumentPart(
        id=found.id,
        source=found.name,
        number=part,
        of=of,
        here=None if at is None else at - start,
        rows=rows[start:end],
        warnings=_beside(rows, counted)[start:end],
        only_counted=sum(row["count"] - len(row["texts"]) for row in counted),
    )


def _row_at(rows: Sequence[dict[str, Any]], place: Locator) -> int:
    return RowPlaces(enumerate(row["locator"] for row in rows)).row_at(dict(place))


def _beside(rows: Sequence[dict[str, Any]], counted: Sequence[Mapping[str, Any]]) -> list[list[ParseWarning]]:
    """Return the warnings at each row of a list: those of its place and up to the next one."""
    beside: list[list[ParseWarning]] = [[] for _ in rows]
    lists: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for number, row in enumerate(rows):
        lists[row["list"]].append((number, row["locator"]))
    for about in counted:
        places = RowPlaces(lists[about["list"]])
        for warning in map(ParseWarning.model_validate_json, about["texts"]):
            beside[places.row_at(dict(warning.locator))].append(warning)
    return beside


def _statements(store: GraphStore, id_: str) -> list[dict[str, Any]]:
    """Return what was read from a document: its lists by their places, each followed by its statements as they were read.

    Not by the places of the statements: how tables and paragraphs follow each other these do not tell.
    """
    rows = whole_answer(store, "document_statements", {"id": id_}).rows
    begun = {
        row["list"]: (reading_order(row["locator"]), row["list"])
        for row in rows
        if row["kind"]["name"] == "DutyList"
    }
    return sorted(rows, key=lambda row: begun[row["list"]])
