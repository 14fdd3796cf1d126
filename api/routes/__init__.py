"""The data routes, one module per noun."""

from api.routes import departments, findings, health, queries, schema, search, statements

ROUTERS = [module.router for module in (health, queries, departments, search, findings, statements, schema)]
