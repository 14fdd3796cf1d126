"""The record of writes, for editors."""

from typing import Annotated

from fastapi import Query, Request
from pydantic import BaseModel
from starlette.responses import Response

from dutygraph.api.data_route import StrictRoute
from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.listing import TABLE_RESPONSES, Listed, PageChoice, send
from dutygraph.api.route_policy import LIVE, PolicyRouter
from dutygraph.api.security.access import Editor
from dutygraph.api.security.audit import AuditRow, audit_rows
from dutygraph.visualize.tables import Table, flat
from dutygraph.visualize.texts import Language, text

router = PolicyRouter(LIVE, StrictRoute, "写入 / writes")


class AuditPage(BaseModel):
    """A page of the record; ``total`` counts all rows, ``damaged`` the lines of the file that are none."""

    total: int
    damaged: int
    more: bool
    rows: list[AuditRow]


@router.get(
    "/audit", summary="写入记录 / The record of writes", response_model=AuditPage, responses=TABLE_RESPONSES
)
def audit(
    request: Request, store: Store, settings: Settings, _: Editor, params: Annotated[PageChoice, Query()]
) -> Response:
    """Every write, the latest first: who, when, what, on which data, and how it ended; a job has a second row at its end."""
    rows, damaged = audit_rows(store)
    rows.reverse()
    offset, limit = params.slice(settings.max_rows)
    shown = rows[offset : offset + limit]
    page = AuditPage(total=len(rows), damaged=damaged, more=offset + limit < len(rows), rows=shown)

    def table(lang: Language) -> Table:
        names = list(AuditRow.model_fields)
        cells = [[flat(value) for value in row.model_dump(mode="json").values()] for row in shown]
        return [text(f"record_{name}", lang) for name in names], cells

    return send(request, Listed("audit", page, table, limit, offset, page.more), params)
