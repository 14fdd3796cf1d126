"""Whether the service lives, and whether it can answer. Neither waits behind the work of other requests."""

from fastapi.routing import APIRoute
from pydantic import BaseModel

from dutygraph.api.dependencies import Probe
from dutygraph.api.route_policy import OPEN, PolicyRouter

router = PolicyRouter(OPEN, APIRoute, "运行状况 / health")


class Alive(BaseModel):
    """The process answers."""

    status: str = "alive"


class Ready(BaseModel):
    """The database answers too; which one it is, and which data it holds."""

    status: str = "ready"
    engine: str
    engine_version: str
    data_version: str


@router.get("/healthz", summary="进程在运行 / The process runs")
async def alive() -> Alive:
    """The process runs."""
    return Alive()


@router.get("/readyz", summary="数据库可用，否则 503 / The database can be read; 503 when it cannot")
async def ready(probe: Probe) -> Ready:
    """The database can be read; 503 when it cannot."""
    engine, version = await probe.described()
    return Ready(engine=engine.name, engine_version=engine.version, data_version=version)
