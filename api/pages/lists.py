"""What the lists say: the departments, all of one of them, a statement in its place, and all of a document."""

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import Query, Request
from pydantic import Field
from starlette.responses import RedirectResponse, Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.api.pages.window import Window
from dutygraph.api.route_policy import CACHED
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.ingest.records import Locator
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.bodies import short_names
from dutygraph.queries.catalogue.cards import department_card, statement_context, statement_links
from dutygraph.queries.catalogue.documents import document_part
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.explore.node_findings import by_node
from dutygraph.queries.findings.models import ON_DEMAND
from dutygraph.queries.findings.read.findings import all_findings, stored_findings
from dutygraph.queries.findings.read.selection import ResolvedSelection, Selection
from dutygraph.queries.findings.review.current_verdicts import status_of
from dutygraph.queries.letters.selection import ASKED
from dutygraph.visualize.finding_groups import about

router = pages(CACHED)
_BODIES = 200
"""Departments on one page: all of a county, and what else its lists mention."""
_PART = 100
"""Statements of a document on one page."""


class SourcePageRequest(Locator):
    """A place of a document, or, without one, which part of it to show."""

    part: int | None = Field(default=None, ge=1)
    lang: str | None = None


@router.get("/departments")
def departments(request: Request, store: Store, settings: Settings, text: str = "") -> Response:
    """Show the departments with a list, and the bodies that are only mentioned."""
    window = Window.of(request, min(_BODIES, settings.max_rows))
    arguments: dict[str, Scalar] = {"text": text, **window.arguments}
    worth = ResolvedSelection.of(store, Selection(on_demand=False))
    listed, mentioned = (run_query(store, name, arguments) for name in ("departments", "mentioned"))
    return render(
        request,
        "departments.html",
        chosen=text,
        departments=listed.rows,
        mentioned=mentioned.rows,
        finding_counts=all_findings(store).found(worth).counted("department"),
        **window.ways(request, more=listed.more or mentioned.more),
    )


@router.get("/departments/{department:path}")
def department(request: Request, store: Store, department: str) -> Response:
    """Show all of one department."""
    card = department_card(store, department)
    stored = stored_findings(store, Selection(department=card.id))
    worth = [finding for finding in stored.findings if finding.class_ not in ON_DEMAND]
    return render(
        request,
        "department.html",
        short=short_names(store),
        has_letter=any(status_of(finding.verdict) in ASKED for finding in stored.findings),
        card=card,
        findings=worth,
        hidden=len(stored.findings) - len(worth),
        marked=by_node(stored.findings),
        stale=stored.stale,
    )


@router.get("/statements/{statement}")
def statement(request: Request, store: Store, statement: str) -> Response:
    """Show a statement as printed, with its file and place, and what stands around it."""
    return statement_page(request, store, statement)


def statement_page(request: Request, store: GraphStore, id_: str, alike: Sequence[Row] = ()) -> Response:
    """Return the page of a statement; ``alike`` are services of the same name. Raises UnknownStatementError."""
    context = statement_context(store, id_)
    stored = stored_findings(store, Selection(department=context.statement["department_id"]))
    return render(
        request,
        "statement.html",
        short=short_names(store),
        statement=context.statement,
        tied=statement_links(store, id_),
        alike=alike,
        around=context.around,
        findings=about(stored.findings, id_),
        stale=stored.stale,
    )


@router.get("/documents/{document:path}/source")
def source(
    request: Request, store: Store, document: str, params: Annotated[SourcePageRequest, Query()]
) -> Response:
    """Show what was read from a document, every statement in its place, with findings and warnings in the margin."""
    place = Locator.model_validate(dict(params), extra="ignore")
    part = document_part(store, document, place, params.part, _PART)
    bodies = {row["department_id"] for row in part.rows}
    concerning = [
        finding
        for body in sorted(bodies)
        for finding in stored_findings(store, Selection(department=body)).findings
    ]
    here = f"/documents/{quote(part.source, safe='')}/source"
    return render(
        request,
        "source.html",
        part=part,
        findings=by_node(concerning),
        pages=part.of,
        previous_page=f"{here}?{urlencode({'part': part.number - 1})}",
        next_page=f"{here}?{urlencode({'part': part.number + 1})}",
    )


@router.get("/documents/{document:path}")
def document(document: str) -> Response:
    """Lead to all that was read from a document."""
    return RedirectResponse(f"/documents/{quote(document, safe='')}/source", 307)
