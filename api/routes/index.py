"""The way in for programs: what there is to be asked."""

from fastapi import Request
from pydantic import BaseModel

from dutygraph.api.data_route import StrictRoute
from dutygraph.api.route_policy import CACHED, PolicyRouter

router = PolicyRouter(CACHED, StrictRoute, "运行状况 / health")


class ServiceAddress(BaseModel):
    """An address, the methods it takes, and what it answers; what stands in braces is to be filled in."""

    address: str
    methods: list[str]
    summary: str


class ServiceIndex(BaseModel):
    """The service and its addresses; ``description`` is that of OpenAPI, ``docs`` the same for people."""

    name: str
    version: str
    description: str = "/openapi.json"
    docs: str = "/docs"
    addresses: list[ServiceAddress]


@router.get("/", summary="服务的全部地址 / All addresses of the service")
def index(request: Request) -> ServiceIndex:
    """All addresses of the service."""
    described = request.app.openapi()
    return ServiceIndex(
        name=described["info"]["title"],
        version=described["info"]["version"],
        addresses=[
            ServiceAddress(
                address=address,
                methods=sorted(method.upper() for method in operations),
                summary=next(iter(operations.values()))["summary"],
            )
            for address, operations in described["paths"].items()
            if not address.startswith("/queries/")
        ],
    )
