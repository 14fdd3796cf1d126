"""What the lists say: departments, offices, duties, matters, laws, targets, services, regions, documents."""

from typing import Annotated

from fastapi import Path, Query, Request
from pydantic import ConfigDict, Field
from starlette.responses import Response

from dutygraph.api.data_route import data_routes
from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.listing import TABLE_RESPONSES, PageChoice, listed_answer, send
from dutygraph.api.query_routes import add_query_route
from dutygraph.api.route_policy import CACHED
from dutygraph.ingest.records import Locator
from dutygraph.queries.catalogue.cards import (
    DepartmentCard,
    DutyCard,
    LawImpact,
    MatterCard,
    OfficeWork,
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
Page = Annotated[PageChoice, Query()]

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


@_routes.get(
    "/laws/{law:path}",
    summary="一部法规和以它为依据的内容 / A law with what rests on it",
    tags=["法律依据 / legal bases"],
    response_model=LawImpact,
    responses=TABLE_RESPONSES,
)
def law(request: Request, store: Store, settings: Settings, law: Name, params: Page) -> Response:
    """What rests on a law, page by page, and how much of it in all, department by department."""
    answer = law_impact(store, law, params.window(settings.max_rows), settings.max_rows)
    return send(request, listed_answer(answer), params)


@_routes.get(
    "/offices/{office:path}",
    summary="一个股室承担的内容 / What an office handles",
    tags=["股室 / offices"],
    response_model=OfficeWork,
    responses=TABLE_RESPONSES,
)
def office(request: Request, store: Store, settings: Settings, office: Name, params: Page) -> Response:
    """What an office handles, page by page, and how much of it in all, department by department."""
    answer = office_work(store, office, params.window(settings.max_rows), settings.max_rows)
    return send(request, listed_answer(answer), params)


@_routes.get(
    "/targets/{target:path}",
    summary="一种监管对象由谁检查 / Who inspects a target",
    tags=["监管对象 / supervision targets"],
    response_model=TargetRegimes,
    responses=TABLE_RESPONSES,
)
def target(request: Request, store: Store, settings: Settings, target: Name, params: Page) -> Response:
    """Who inspects a target, page by page, and by how many regimes in all, department by department."""
    answer = target_regimes(store, target, params.window(settings.max_rows), settings.max_rows)
    return send(request, listed_answer(answer), params)


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
