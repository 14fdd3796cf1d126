"""What routes ask for: the store and the settings of the app they run in."""

from typing import Annotated

from fastapi import Depends, Request

from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore


def _store(request: Request) -> GraphStore:
    store: GraphStore = request.state.store
    return store


def _settings(request: Request) -> ServiceSettings:
    settings: ServiceSettings = request.state.settings
    return settings


Store = Annotated[GraphStore, Depends(_store)]
Settings = Annotated[ServiceSettings, Depends(_settings)]
