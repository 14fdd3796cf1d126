"""The service: data for programs and pages for browsers at the same addresses."""

from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from importlib.metadata import version
from typing import TypedDict

from fastapi import FastAPI

from dutygraph.api.errors import RESPONSES, add_handlers
from dutygraph.api.middleware import add_guard
from dutygraph.api.pages import add_pages
from dutygraph.api.routes import ROUTERS
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore


class State(TypedDict):
    """What the lifespan keeps for requests: among it the store, whose every read has a time limit."""

    store: GraphStore
    settings: ServiceSettings


def create_app(store: AbstractContextManager[GraphStore], settings: ServiceSettings) -> FastAPI:
    """Return the service over a store, which it opens when it starts and closes when it ends.

    ``store`` is ``GraphStore.open(…)``, or ``nullcontext`` around a store that somebody else closes.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[State]:
        with store as opened:
            yield State(store=opened.limited(settings.timeout), settings=settings)

    app = FastAPI(
        title="dutygraph",
        summary="政府部门责任清单知识图谱 / a knowledge graph of government accountability",
        version=version("dutygraph"),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        responses=RESPONSES,
    )
    add_handlers(app)
    add_guard(app, settings)
    add_pages(app)  # before the data routes: a page route lets every request pass that wants no page
    for router in ROUTERS:
        app.include_router(router)
    return app
