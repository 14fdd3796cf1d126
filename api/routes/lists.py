"""What the lists say: departments, offices, duties, matters, laws, targets, services, regions, documents."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Path, Query, Request
from pydantic import ConfigDict, Field
from starlette.responses import Response

from dutygraph.api.data_route import data_routes
from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.listing import TABLE_RESPONSES, PageChoice, listed_answer, send
from dutygraph.api.query_routes import add_query_route
from dutygraph.api.route_policy import CACHED
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.records import Locator
from dutygraph.queries.catalogue.cards import (
    DepartmentCard,
    DutyCard,
    LawImpact,
    MatterCard,
    OfficeWork,
    RowRange,
    StatementContext,
    TargetRegimes,
    department_card,
    duty_card,
    law_impact,
    matter_card,
    office_work,
    statement_context,
    target_regimes,
)
from dutygraph.queries.catalogue.documents import DocumentCard, SourceExcerpt, document_card, source_excerpt
from dutygraph.queries.catalogue.named_queries import Answer

LISTS = {
    "/departments": ("departments", "部门 / departments"),
    "/offices": ("offices", "股室 / offices"),
    "/duties": ("listed_duties", "职责 / duties"),
    "/tasks": ("tasks", "职责 / duties"),
    "/matters": ("matters", "管理事项 / shared matters"),
    "/laws": ("laws", "法律依据 / legal bases"),
    "/targets": ("targets", "监管对象 / supervision targets"),
    "/services": ("services", "公共服务 / public services"),
    "/regions": ("regions", "行政区划 / regions"),
    "/documents": ("documents", "文件 / documents"),
    "/metrics": ("hubs", "部门关系 / network of departments"),
}
"""Named queries by the addresses at which they are lists of the service."""
_routes = data_routes(CACHED)
ROUTERS = (_routes,)

Name = Annotated[str, Path(description="编号或名称 / id or name")]
Card = Callable[[GraphStore, str, RowRange, int], Answer]

for _address, (_query, _tag) in LISTS.items():
    add_query_route(_routes, _address, _query, _tag)


@_routes.get(
    "/departments/{department:path}",
    summary="一个部门的全部内容 / All of one department",
    tags=["部门 / departments"],
)
def department(
    store: Store,
    department: Annotated[
        str, Path(description="部门编号、名称或别称 / id, name or other name", examples=["区民政局"])
    ],
) -> DepartmentCard:
    """All of one department."""
    return department_card(store, department)


@_routes.get("/duties/{duty}", summary="一项职责 / One duty", tags=["职责 / duties"])
def duty(store: Store, duty: Name) -> DutyCard:
    """A duty with its tasks, offices and legal bases."""
    return duty_card(store, duty)


@_routes.get(
    "/matters/{matter}",
    summary="一个管理事项的各方分工 / A matter, side by side",
    tags=["管理事项 / shared matters"],
)
def matter(store: Store, matter: Name) -> MatterCard:
    """A shared matter: for each party, what this list and the others that declare the matter say of its part."""
    return matter_card(store, matter)


@dataclass(frozen=True, slots=True)
class CardPage:
    """Which page is asked for of all that hangs on something that many share: a law, an office, a target."""

    request: Request
    store: GraphStore
    params: PageChoice
    most: int
    """Rows that the service gives at once."""

    def of(self, card: Card, name: str) -> Response:
        """Return the page in the form asked for. Raises what the card raises, and ArgumentError for too many rows."""
        answer = card(self.store, name, self.params.window(self.most), self.most)
        return send(self.request, listed_answer(answer), self.params)


async def _page_of_card(
    request: Request, store: Store, settings: Settings, params: Annotated[PageChoice, Query()]
) -> CardPage:
    return CardPage(request, store, params, settings.max_rows)


_PageOfCard = Annotated[CardPage, Depends(_page_of_card)]


@_routes.get(
    "/laws/{law:path}",
    summary="一部法规和以它为依据的内容 / A law with what rests on it",
    tags=["法律依据 / legal bases"],
    response_model=LawImpact,
    responses=TABLE_RESPONSES,
)
def law(law: Name, page: _PageOfCard) -> Response:
    """What rests on a law, page by page, and how much of it in all, department by department."""
    return page.of(law_impact, law)


@_routes.get(
    "/offices/{office:path}",
    summary="一个股室承担的内容 / What an office handles",
    tags=["股室 / offices"],
    response_model=OfficeWork,
    responses=TABLE_RESPONSES,
)
def office(office: Name, page: _PageOfCard) -> Response:
    """What an office handles, page by page, and how much of it in all, department by department."""
    return page.of(office_work, office)


@_routes.get(
    "/targets/{target:path}",
    summary="一种监管对象由谁检查 / Who inspects a target",
    tags=["监管对象 / supervision targets"],
    response_model=TargetRegimes,
    responses=TABLE_RESPONSES,
)
def target(target: Name, page: _PageOfCard) -> Response:
    """Who inspects a target, page by page, and by how many regimes in all, department by department."""
    return page.of(target_regimes, target)


class PlaceRequest(Locator):
    """A place of a document (the fields that its format has), and how much around it."""

    model_config = ConfigDict(extra="ignore")  # the route says what it does not take

    around: int = Field(5, ge=0, le=100, description="前后各几条 / statements on either side")


@_routes.get(
    "/documents/{document:path}/source",
    summary="文件中一处的前后内容 / What stands around a place",
    tags=["文件 / documents"],
)
def source(store: Store, document: Name, params: Annotated[PlaceRequest, Query()]) -> SourceExcerpt:
    """What was read around a place of a document. The graph does not keep the file itself, as ``not_kept`` says."""
    place = Locator.model_validate(dict(params), extra="ignore")
    return source_excerpt(store, document, place, params.around)


@_routes.get("/documents/{document:path}", summary="一份文件 / One document", tags=["文件 / documents"])
def document(store: Store, document: Name) -> DocumentCard:
    """A document with its lists: what share was placed, which sections were read in part, how many warnings."""
    return document_card(store, document)


@_routes.get(
    "/statements/{statement}",
    summary="一条内容的原文、出处和上下文 / A statement in its place",
    tags=["出处 / sources"],
)
def statement(store: Store, statement: str) -> StatementContext:
    """A statement as printed, its source and what stands around it."""
    return statement_context(store, statement)
