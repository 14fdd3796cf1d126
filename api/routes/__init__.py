"""The data routes."""

from dutygraph.api.routes import (
    audit,
    catalogue,
    decisions,
    explore,
    exports,
    findings,
    graph,
    health,
    index,
    jobs,
    letters,
    lists,
    reports,
    search,
    typed,
)

ROUTERS = (
    index.router, health.router, *catalogue.ROUTERS, *jobs.ROUTERS, *decisions.ROUTERS, audit.router, *lists.ROUTERS,
    *findings.ROUTERS, search.router, typed.router, exports.router, reports.router, *letters.ROUTERS, *graph.ROUTERS,
    explore.router,
)  # fmt: skip
