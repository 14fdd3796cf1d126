"""The data routes, one module per noun."""

from dutygraph.api.routes import (
    departments,
    findings,
    health,
    queries,
    rules,
    schema,
    search,
    statements,
    verdicts,
)

_NOUNS = (health, queries, departments, search, findings, verdicts, rules, statements, schema)
ROUTERS = [module.router for module in _NOUNS]
