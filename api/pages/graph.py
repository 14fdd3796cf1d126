"""The graph in pictures, in a page or as a file to keep, and the network of departments in figures."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel
from starlette.responses import HTMLResponse, Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import language_of, render
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.lookup import department_id
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.visualize.pictures import DRAWING_LIBRARY, PictureRequest, picture, picture_html

router = pages()
files = APIRouter(include_in_schema=False)


class PictureChoice(BaseModel):
    """What the forms of the page choose to be drawn: one of the three."""

    department: str = ""
    matter: str = ""
    kind: str = ""

    @property
    def request(self) -> PictureRequest:
        """The picture to draw."""
        return PictureRequest(self.department, self.matter, self.kind)


@router.get("/graph")
def graph(
    request: Request, store: Store, settings: Settings, choice: Annotated[PictureChoice, Query()]
) -> Response:
    """Draw what is chosen; without a choice, offer some."""
    chosen = choice.model_dump()
    lang = language_of(request)
    return render(
        request,
        "graph.html",
        drawing=picture(store, choice.request, lang, settings.picture_nodes)
        if any(chosen.values())
        else None,
        department=department_id(store, choice.department) if choice.department else "",
        matter=choice.matter,
        departments=run_query(store, "departments", {}).rows,
        matters=[row["matter"] for row in run_query(store, "matters", {}).rows],
        file=f"/graph.html?{urlencode(chosen)}",
        library=DRAWING_LIBRARY,
    )


@files.get("/graph.html")
def graph_file(
    request: Request, store: Store, settings: Settings, choice: Annotated[PictureChoice, Query()]
) -> Response:
    """Return the picture as one file that opens without the service."""
    lang = language_of(request)
    drawing = picture(store, choice.request, lang, settings.picture_nodes)
    keep = {"Content-Disposition": 'attachment; filename="dutygraph.html"'}
    return HTMLResponse(picture_html(drawing, lang), headers=keep)


@router.get("/metrics")
def metrics(request: Request, store: Store, settings: Settings, region: str = "") -> Response:
    """Show the measures of the departments, region by region, and what they mean."""
    arguments: dict[str, Scalar] = {"region": region, "limit": settings.max_rows}
    rows = run_query(store, "hubs", arguments).rows
    return render(request, "metrics.html", chosen=region, rows=rows)
