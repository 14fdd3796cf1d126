"""The pages. Each asks the same questions as the data route at its address."""

from importlib import resources
from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from dutygraph.api.pages import (
    catalogue,
    explore,
    findings,
    graph,
    letters,
    lists,
    paths,
    reading,
    review,
    rows,
    rules,
    search,
    start,
    things,
    writing,
)

PAGES = (
    start.router,
    lists.router,
    letters.router,
    letters.forms,
    rows.router,
    things.router,
    paths.router,
    findings.router,
    rules.router,
    rules.forms,
    catalogue.router,
    search.router,
    graph.router,
    explore.router,
    graph.files,
    graph.measures,
    review.router,
    review.forms,
    writing.login_page,
    writing.login_form,
    writing.forms,
    reading.router,
    reading.documents,
    reading.forms,
)
"""In the order in which they are asked: of two that fit, the first answers."""


def add_pages(app: FastAPI) -> None:
    """Add the pages, their style sheets and scripts; a request that wants no page passes them by."""
    here = Path(str(resources.files("dutygraph.visualize")))
    app.mount("/static", StaticFiles(directory=here / "static"))
    app.mount("/vendor", StaticFiles(directory=here / "vendor"))
    app.mount("/swagger", StaticFiles(packages=[("fastapi_offline", "static")]))
    for router in PAGES:
        app.include_router(router)
