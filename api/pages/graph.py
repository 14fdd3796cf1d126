"""Pictures of the graph in a page, and as a file to keep."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import language_of, render
from dutygraph.queries.catalogue.lookup import department_id
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.visualize.pictures import PictureRequest, picture, picture_html
from dutygraph.visualize.vendored import DRAWING_LIBRARY

router = pages()
files = APIRouter(include_in_schema=False)


@router.get("/graph")
def graph(
    request: Request, store: Store, settings: Settings, department: str = "", matter: str = "", kind: str = ""
) -> Response:
    """Draw what is chosen; without a choice, offer some."""
    chosen = {"department": department, "matter": matter, "kind": kind}
    asked = PictureRequest(department, matter, kind)
    drawing = (
        picture(store, asked, language_of(request), settings.picture_nodes) if any(chosen.values()) else None
    )
    return render(
        request,
        "graph.html",
        drawing=drawing,
        department=department_id(store, department) if department else "",
        matter=matter,
        departments=run_query(store, "departments", {}).rows,
        matters=[row["matter"] for row in run_query(store, "matters", {}).rows],
        file=f"/graph.html?{urlencode(chosen)}",
        library=DRAWING_LIBRARY,
    )


@files.get("/graph.html")
def graph_file(
    request: Request, store: Store, settings: Settings, department: str = "", matter: str = "", kind: str = ""
) -> Response:
    """Return the picture as one file that opens without the service."""
    lang = language_of(request)
    asked = PictureRequest(department, matter, kind)
    drawing = picture(store, asked, lang, settings.picture_nodes)
    keep = {"Content-Disposition": 'attachment; filename="dutygraph.html"'}
    return HTMLResponse(picture_html(drawing, lang), headers=keep)
