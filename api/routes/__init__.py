"""The data routes."""

from dutygraph.api.routes import catalogue, findings, health, lists

ROUTERS = (health.router, *catalogue.ROUTERS, *lists.ROUTERS, *findings.ROUTERS)
