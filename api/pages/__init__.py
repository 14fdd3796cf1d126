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
    search,
    start,
    things,
    writing,
)

_ROUTERS = (
    start.router,
    lists.router,
    letters.router,
    letters.forms,
    rows.router,
    things.router,
    paths.router,
    findings.router,
    catalogue.router,
    search.router,
    graph.router,
    explore.router,
    graph.files,
    review.router,
    review.forms,
    writing.router,
    writing.forms,
    reading.router,
    reading.forms,
)


def add_pages(app: FastAPI) -> None:
    """Add the pages, their style sheets and scripts; a request that wants no page passes them by."""
    here = Path(str(resources.files("dutygraph.visualize")))
    app.mount("/static", StaticFiles(directory=here / "static"))
    app.mount("/vendor", StaticFiles(directory=here / "vendor"))
    app.mount("/swagger", StaticFiles(packages=[("fastapi_offline", "static")]))
    for router in _ROUTERS:
        app.include_router(router)
