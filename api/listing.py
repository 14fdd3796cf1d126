"""What all lists have in common: read in pages, sent as JSON or as a table, with links from page to page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote, urlencode

from fastapi import Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from dutygraph.api.negotiation import JSON, TABLES, liked_format
from dutygraph.bilingual import Bilingual
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.named_queries import Answer
from dutygraph.queries.errors import argument_error
from dutygraph.visualize.tables import Table, csv_of, table_of, xlsx_of
from dutygraph.visualize.texts import Language

MOST = 10_000
"""Rows of one page at most, in whatever form."""
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


class PageChoice(FormChoice):
    """Which rows of a list are asked for, and in which form."""

    limit: int | None = Field(
        None,
        ge=1,
        le=MOST,
        description="最多行数，不超过服务的设置 / most rows, within the setting of the service",
    )
    offset: int = Field(0, ge=0, le=FARTHEST, description="跳过的行数 / rows to skip")

    def window(self, most: int) -> dict[str, Scalar]:
        """Return the arguments of a named query that say which rows. Raises ArgumentError for more than ``most``."""
        if self.limit is None:
            return {"offset": self.offset}
        return {"offset": self.offset, "limit": within(self.limit, most, self.limit)}

    def slice(self, most: int, default: int = 100) -> tuple[int, int]:
        """Return offset and limit, ``default`` rows if nobody says how many. Raises ArgumentError for more than ``most``."""
        return self.offset, within(self.limit, most, default)


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
        answer.query, answer, lambda lang: table_of(answer, lang), int(limit), int(offset), answer.more
    )


def send(request: Request, page: Listed, choice: FormChoice) -> Response:
    """Return a page in the form that the client asks for, else likes best; ``Link`` names the pages around it."""
    shape = chosen_format(request, choice)
    if shape == "json":
        response = Response(page.body.model_dump_json(by_alias=True), media_type=JSON)
    else:
        response = Response(_file(page, shape, choice.lang), media_type=_media_type(shape))
        response.headers["Content-Disposition"] = f'attachment; filename="{page.name}.{shape}"'
    if links := _links(request, page):
        response.headers["Link"] = links
    return response


def chosen_format(request: Request, choice: FormChoice) -> str:
    """Return in which form a client wants a list: the one that it asks for, else the one that it likes best."""
    return choice.shape or liked_format(request)


def _file(page: Listed, shape: str, lang: Language) -> bytes:
    if shape == "xlsx":
        return xlsx_of(*page.table(lang), lang)
    return csv_of(*page.table(lang), lang).encode("utf-8-sig")  # without the mark Excel garbles Chinese


def _media_type(shape: str) -> str:
    return f"{TABLES[shape]}; charset=utf-8" if shape == "csv" else TABLES[shape]


def _links(request: Request, page: Listed) -> str:
    """Return the value of a Link header (RFC 8288) to the next page, if there is one, and to the one before."""
    targets = {"next": page.offset + page.limit} if page.more else {}
    if page.offset:
        targets |= {"prev": max(0, page.offset - page.limit), "first": 0}
    return ", ".join(f'<{_address(request, page, at)}>; rel="{name}"' for name, at in targets.items())


def _address(request: Request, page: Listed, offset: int) -> str:
    kept = [pair for pair in request.query_params.multi_items() if pair[0] not in ("limit", "offset", "page")]
    place: list[tuple[str, Any]] = [("limit", page.limit), ("offset", offset)]
    return f"{quote(request.scope['path'])}?{urlencode([*kept, *place])}"


TABLE_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"content": {media_type: {"schema": {"type": "string"}} for media_type in TABLES.values()}}
}
"""For OpenAPI: the other forms in which a list may come."""
