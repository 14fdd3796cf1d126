"""The pages, one module per noun. Each asks the same questions as the data route at its address."""

from dutygraph.api.pages import (
    departments,
    docs,
    findings,
    graph,
    metrics,
    queries,
    rules,
    schema,
    search,
    start,
    statements,
    verdicts,
)

_PAGES = (
    start,
    departments,
    metrics,
    findings,
    verdicts,
    rules,
    statements,
    search,
    queries,
    schema,
    graph,
    docs,
)
ROUTERS = [*(page.router for page in _PAGES), graph.files]
