"""What all lists have in common: read in pages, sent as JSON or as a table, with links from page to page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar
from urllib.parse import quote, urlencode

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from dutygraph.api.negotiation import JSON, TABLES, liked_format
from dutygraph.bilingual import Bilingual
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.named_queries import Answer
from dutygraph.queries.errors import argument_error
from dutygraph.visualize.tables import Table, answer_table, csv_of, xlsx_of
from dutygraph.visualize.texts import Language

T = TypeVar("T")

MOST = 10_000
"""Rows of a table whose size nobody states."""
FARTHEST = 10_000_000

Format = Literal["json", "csv", "xlsx"]


class FormChoice(BaseModel):
    """In which form a list is asked for."""

    model_config = ConfigDict(populate_by_name=True)

    shape: Format | None = Field(
        None,
        alias="format",
        description="json，或供表格软件打开的 csv、xlsx；默认看 Accept / csv, xlsx for a spreadsheet; else Accept decides",
    )
    lang: Language = Field("zh", description="表头的语言 / language of the headings of a table")


class RowChoice(BaseModel):
    """Which rows of a list are asked for; how many at most says the service (``max_rows``), and its description."""

    limit: int | None = Field(None, ge=1, description="最多行数 / most rows")
    offset: int = Field(0, ge=0, le=FARTHEST, description="跳过的行数 / rows to skip")

    def window(self, most: int) -> dict[str, Scalar]:
        """Return the arguments of a named query that say which rows. Raises ArgumentError for more than ``most``."""
        if self.limit is None:
            return {"offset": self.offset}
        return {"offset": self.offset, "limit": within(self.limit, most, self.limit)}

    def slice(self, most: int, default: int = 100) -> tuple[int, int]:
        """Return offset and limit, ``default`` rows if nobody says how many. Raises ArgumentError for more than ``most``."""
        return self.offset, within(self.limit, most, default)


class PageChoice(FormChoice, RowChoice):
    """Which rows of a list are asked for, and in which form."""


def within(limit: int | None, most: int, default: int) -> int:
    """Return how many rows are asked for, ``default`` if nobody says. Raises ArgumentError for more than ``most``."""
    if limit is None:
        return min(default, most)
    if limit > most:
        raise argument_error(
            [Bilingual(f"limit（最多行数）应在 1 与 {most} 之间", f"limit must be from 1 to {most}")]
        )
    return limit


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of a list: what JSON says of it, the same as a table, and where it lies in the whole."""

    name: str
    """Of the file that a table becomes."""
    body: BaseModel
    table: Callable[[Language], Table]
    limit: int
    offset: int
    more: bool


def listed_answer(answer: Answer) -> Listed:
    """Return the answer of a named query as a page of a list."""
    where = answer.arguments
    limit, offset = where.get("limit") or len(answer.rows), where.get("offset") or 0
    return Listed(
        answer.query, answer, lambda lang: answer_table(answer, lang), int(limit), int(offset), answer.more
    )


def send(request: Request, page: Listed, choice: FormChoice) -> Response:
    """Return a page in the form that the client asks for, else likes best; ``Link`` names the pages around it."""
    shape = chosen_format(request, choice)
    if shape == "json":
        response = Response(page.body.model_dump_json(by_alias=True), media_type=JSON)
    else:
        response = Response(_file(page, shape, choice.lang), media_type=_media_type(shape))
        response.headers["Content-Disposition"] = f'attachment; filename="{page.name}.{shape}"'
    _link(request, response, page.offset, page.limit, more=page.more)
    return response


def rows_of(request: Request, response: Response, rows: Sequence[T], params: RowChoice) -> list[T]:
    """Return the rows that are asked for of a list that comes as JSON alone; ``Link`` names the pages around them.

    Raises ArgumentError for more rows than the service gives.
    """
    most = request.state.settings.max_rows
    offset, limit = params.slice(most, most)
    _link(request, response, offset, limit, more=offset + limit < len(rows))
    return list(rows[offset : offset + limit])


def chosen_format(request: Request, choice: FormChoice) -> str:
    """Return in which form a client wants a list: the one that it asks for, else the one that it likes best."""
    return choice.shape or liked_format(request)


def _file(page: Listed, shape: str, lang: Language) -> bytes:
    if shape == "xlsx":
        return xlsx_of(page.table(lang), lang)
    return csv_of(page.table(lang), lang).encode("utf-8-sig")  # without the mark Excel garbles Chinese


def _media_type(shape: str) -> str:
    return f"{TABLES[shape]}; charset=utf-8" if shape == "csv" else TABLES[shape]


def _link(request: Request, response: Response, offset: int, limit: int, *, more: bool) -> None:
    """Name the next page, if there is one, and the one before in a Link header (RFC 8288)."""
    targets = {"next": offset + limit} if more else {}
    if offset:
        targets |= {"prev": max(0, offset - limit), "first": 0}
    links = [f'<{_address(request, limit, at)}>; rel="{name}"' for name, at in targets.items()]
    if links:
        response.headers["Link"] = ", ".join(links)


def _address(request: Request, limit: int, offset: int) -> str:
    others = [
        pair for pair in request.query_params.multi_items() if pair[0] not in ("limit", "offset", "page")
    ]
    place: list[tuple[str, Any]] = [("limit", limit), ("offset", offset)]
    return f"{quote(request.scope['path'])}?{urlencode([*others, *place])}"


TABLE_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"content": {media_type: {"schema": {"type": "string"}} for media_type in TABLES.values()}}
}
"""For OpenAPI: the other forms in which a list may come."""
