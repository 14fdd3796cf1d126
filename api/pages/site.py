"""The pages and their files, as a part of the service."""

from importlib import resources
from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from dutygraph.api.pages import ROUTERS


def add_site(app: FastAPI) -> None:
    """Add the pages, their style sheets and scripts; whoever wants no page passes them by."""
    here = Path(str(resources.files("dutygraph.visualize")))
    app.mount("/static", StaticFiles(directory=here / "static"))
    app.mount("/vendor", StaticFiles(directory=here / "vendor"))
    app.mount("/swagger", StaticFiles(packages=[("fastapi_offline", "static")]))
    for router in ROUTERS:
        app.include_router(router)
