"""What routes ask for: the store, its probe and the settings of the app they run in.

They are asynchronous to take no thread from the work of requests.
"""

from typing import Annotated

from fastapi import Depends, Request

from dutygraph.api.revision_probe import RevisionProbe
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore


async def _store(request: Request) -> GraphStore:
    store: GraphStore = request.state.store
    return store


async def _pulse(request: Request) -> RevisionProbe:
    probe: RevisionProbe = request.state.probe
    return probe


async def _settings(request: Request) -> ServiceSettings:
    settings: ServiceSettings = request.state.settings
    return settings


Store = Annotated[GraphStore, Depends(_store)]
Probe = Annotated[RevisionProbe, Depends(_pulse)]
Settings = Annotated[ServiceSettings, Depends(_settings)]
