"""The service: data for programs and pages for browsers at the same addresses."""

from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager, closing
from importlib.metadata import version
from typing import TypedDict

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute, Mount

from dutygraph.api.description import describe
from dutygraph.api.errors import RESPONSES, add_handlers
from dutygraph.api.jobs.queue import Jobs
from dutygraph.api.jobs.spool import Spool
from dutygraph.api.pages import PAGES, add_pages
from dutygraph.api.requests.middleware import add_guard
from dutygraph.api.revision_probe import RevisionProbe
from dutygraph.api.route_policy import OPEN, RoutePolicy
from dutygraph.api.routes import ROUTERS
from dutygraph.api.security.audit import AuditLog
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.identity import digest
from dutygraph.graph.store.graph_store import GraphStore


class State(TypedDict):
    """What the lifespan keeps for requests; in place of the store each gets one whose reads have a time limit."""

    store: GraphStore
    probe: RevisionProbe
    audit: AuditLog
    spool: Spool
    jobs: Jobs
    settings: ServiceSettings


def create_app(store: AbstractContextManager[GraphStore], settings: ServiceSettings) -> FastAPI:
    """Return the service over a store, which it opens when it starts and closes when it ends.

    ``store`` is ``GraphStore.open(…)``, or ``nullcontext`` around a store that somebody else closes.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[State]:
        with store as opened, closing(Spool(opened)) as spool:
            audit = AuditLog(opened)
            with closing(Jobs(opened, spool, audit.ended)) as jobs:
                spool.clear()
                probe = RevisionProbe(opened)
                yield State(store=opened, probe=probe, audit=audit, spool=spool, jobs=jobs, settings=settings)

    app = FastAPI(
        title="dutygraph",
        summary="政府部门责任清单知识图谱 / a knowledge graph of government accountability",
        version=version("dutygraph"),
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        responses=RESPONSES,
    )
    app.state.edition = digest(app.version, settings.model_dump_json(exclude={"token"}))
    add_handlers(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    add_pages(app)  # before the data routes: a page route lets every request pass that wants no page
    for router in ROUTERS:
        app.include_router(router)
    add_guard(app, settings, _stated(app))
    describe(app, settings)
    return app


def _stated(app: FastAPI) -> list[tuple[BaseRoute, RoutePolicy]]:
    """Return all routes in order, each with its policy; the files of the package are for all."""
    files: list[tuple[BaseRoute, RoutePolicy]] = [
        (route, OPEN) for route in app.routes if isinstance(route, Mount)
    ]
    return files + [(route, router.policy) for router in (*PAGES, *ROUTERS) for route in router.routes]
