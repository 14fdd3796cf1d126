"""The pages over the sample district and over a hostile list, fetched as a browser does."""

from collections.abc import Callable, Iterator
from contextlib import nullcontext
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from tests.hostile import load_hostile
from tests.queries.conftest import sample
from tests.visualize.markup import Page, parse

__all__ = ["Fetch", "hostile", "page", "rows_of", "sample"]

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
HERE = "http://127.0.0.1:8000"
Fetch = Callable[[str], Page]


def browser(store: GraphStore, settings: ServiceSettings | None = None) -> TestClient:
    """Return a browser on the pages of a store; it keeps cookies."""
    app = create_app(nullcontext(store), settings or ServiceSettings())
    return TestClient(app, base_url=HERE, headers=BROWSER)


def rows_of(page: Page) -> list[str]:
    """Return the ids of the findings or topics that a list shows, in its order."""
    found = (parse_qs(urlsplit(link).query) for link in page.links if link.startswith("/review?"))
    return [query["at"][0] for query in found if "at" in query]


@pytest.fixture
def page(sample: GraphStore) -> Iterator[Fetch]:
    """Fetches a page over the sample district."""
    with browser(sample) as client:

        def fetch(address: str) -> Page:
            response = client.get(address)
            assert response.status_code == 200, response.text
            return parse(response.text)

        yield fetch


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """A store with a list that attacks its readers."""
    with GraphStore.open(StoreSettings(data=tmp_path_factory.mktemp("hostile"))) as store:
        load_hostile(store)
        yield store
