"""A legal basis, an office, a target, a shared matter, a service, a region: each with what hangs on it."""

from collections import Counter
from urllib.parse import quote

from fastapi import Request
from starlette.responses import RedirectResponse, Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.lists import statement_page
from dutygraph.api.pages.page import render
from dutygraph.api.pages.window import Window
from dutygraph.api.route_policy import CACHED
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.bodies import bodies
from dutygraph.queries.catalogue.cards import (
    LawImpact,
    OfficeWork,
    TargetRegimes,
    duty_card,
    law_impact,
    matter_card,
    office_work,
    statement_context,
    target_regimes,
)
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.catalogue.nodes import NodeBrief, find_node
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.read.findings import all_findings
from dutygraph.queries.findings.read.selection import ResolvedSelection, Selection

router = pages(CACHED)


@router.get("/laws/{law:path}")
def law(request: Request, store: Store, settings: Settings, law: str) -> Response:
    """Show all that rests on a law."""
    window = Window.of(request, settings.page_size)
    card = law_impact(store, law, window.arguments, settings.max_rows)
    return _shown(request, window, card, card.law)


@router.get("/offices/{office:path}")
def office(request: Request, store: Store, settings: Settings, office: str) -> Response:
    """Show all that an office handles."""
    window = Window.of(request, settings.page_size)
    card = office_work(store, office, window.arguments, settings.max_rows)
    return _shown(request, window, card, card.office)


@router.get("/targets/{target:path}")
def target(request: Request, store: Store, settings: Settings, target: str) -> Response:
    """Show who inspects a target."""
    window = Window.of(request, settings.page_size)
    card = target_regimes(store, target, window.arguments, settings.max_rows)
    return _shown(request, window, card, card.target)


def _shown(
    request: Request, window: Window, card: LawImpact | OfficeWork | TargetRegimes, node: NodeBrief
) -> Response:
    return render(
        request,
        "thing.html",
        answer=card,
        node=node,
        list=request.url.path.split("/")[1],
        generic=isinstance(card, TargetRegimes) and card.generic,
        as_csv="?format=csv",
        **window.ways(request, more=card.more),
    )


@router.get("/matters/{matter}")
def matter(request: Request, store: Store, matter: str) -> Response:
    """Show what lists say of each party's part in a matter."""
    card = matter_card(store, matter)
    declared_by = statement_context(store, card.matter.id).statement["department_id"]
    return render(request, "matter.html", card=card, declared_by=declared_by)


@router.get("/duties/{duty}")
def duty(store: Store, duty: str) -> Response:
    """Lead to the duty in its place, where its tasks follow it."""
    return RedirectResponse(f"/statements/{quote(duty_card(store, duty).duty.id, safe='')}", 307)


@router.get("/services/{service:path}")
def service(request: Request, store: Store, service: str) -> Response:
    """Show a service as printed: who handles it, by which telephone, and where others provide the same."""
    found = find_node(store, service, ["PublicService"])
    return statement_page(
        request, store, found.id, alike=store.read(cypher("services_alike"), {"id": found.id})
    )


@router.get("/regions/{region:path}")
def region(request: Request, store: Store, settings: Settings, region: str) -> Response:
    """Show a region: what it is part of, its departments, and the bodies that its lists mention."""
    found = find_node(store, region, ["Region"])
    inside = {id_: body for id_, body in bodies(store).items() if body.region_id == found.id}
    code = next((body.region for body in inside.values()), None)
    window = Window.of(request, settings.max_rows)
    params: dict[str, Scalar] = {"region": code or "", **window.arguments}
    departments = run_query(store, "departments", params) if code else None
    return render(
        request,
        "region.html",
        name=found.name,
        code=code,
        around=store.read(cypher("region_around"), {"id": found.id}),
        departments=departments.rows if departments else [],
        mentioned=[body for body in inside.values() if not (body.listed or body.vague)],
        finding_counts=_finding_counts(store, code),
        **window.ways(request, more=departments is not None and departments.more),
    )


def _finding_counts(store: GraphStore, region: str | None) -> Counter[str]:
    """Count the findings of a region by department (id), but those that lists show on demand."""
    if region is None:
        return Counter()
    worth = ResolvedSelection.of(store, Selection(region=region, on_demand=False))
    return all_findings(store).found(worth).counted("department")
