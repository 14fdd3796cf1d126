"""The graph in pictures, in a page or as a file to keep, and the network of departments in figures."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import Query, Request
from fastapi.routing import APIRoute
from pydantic import BaseModel
from starlette.responses import HTMLResponse, Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import language_of, render
from dutygraph.api.pages.window import Window
from dutygraph.api.route_policy import CACHED, DEAR, PolicyRouter
from dutygraph.bilingual import in_language
from dutygraph.graph.analysis.metrics import By
from dutygraph.queries.catalogue.bodies import bodies_with_lists
from dutygraph.queries.catalogue.lookup import department_id
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.visualize.pictures.drawn_graph import NothingToDrawError
from dutygraph.visualize.pictures.files import picture_html
from dutygraph.visualize.pictures.pictures import DRAWING_LIBRARY, PictureRequest, picture

router = pages(DEAR)
files = PolicyRouter(DEAR, APIRoute, include_in_schema=False)
measures = pages(CACHED)


class PictureChoice(BaseModel):
    """What the forms of the page choose to be drawn: one of the three.

    ``kind`` is ``gaps``, ``metrics`` or one of the ties that ``dutygraph graph --metrics`` takes.
    """

    department: str = ""
    matter: str = ""
    kind: Literal["", "gaps", "metrics", "matters", "overlaps", "bases", "all"] = ""

    @property
    def request(self) -> PictureRequest:
        """The picture to draw."""
        if self.kind == "" or self.kind == "gaps":
            return PictureRequest(self.department, self.matter, self.kind)
        ties: By = "all" if self.kind == "metrics" else self.kind
        return PictureRequest(self.department, self.matter, metrics=ties)


@router.get("/graph")
def graph(
    request: Request, store: Store, settings: Settings, choice: Annotated[PictureChoice, Query()]
) -> Response:
    """Draw what is chosen; without a choice, the network of departments."""
    if not any(choice.model_dump().values()):
        choice = PictureChoice(kind="metrics")
    lang = language_of(request)
    drawing, nothing = None, None
    try:
        drawing = picture(store, choice.request, lang, settings.picture_nodes)
    except NothingToDrawError as error:
        nothing = error.text
    return render(
        request,
        "graph.html",
        drawing=drawing,
        nothing=nothing and in_language(nothing, lang),
        department=department_id(store, choice.department) if choice.department else "",
        matter=choice.matter,
        departments=bodies_with_lists(store),
        matters=[row["matter"] for row in run_query(store, "matters", {}).rows],
        file=f"/graph.html?{urlencode(choice.model_dump())}",
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


@measures.get("/metrics")
def metrics(request: Request, store: Store, settings: Settings, region: str = "") -> Response:
    """Show the measures of the departments, region by region, and what they mean."""
    window = Window.of(request, settings.max_rows)
    answer = run_query(store, "hubs", {"region": region, **window.arguments})
    ways = window.ways(request, more=answer.more)
    return render(request, "metrics.html", chosen=region, rows=answer.rows, **ways)
