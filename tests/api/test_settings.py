"""Settings of the service come from the environment."""

from contextlib import nullcontext

import pytest
from fastapi.testclient import TestClient

from dutygraph.api.app import create_app
from dutygraph.api.settings import ServiceSettings
from dutygraph.errors import SettingError
from dutygraph.graph.store.graph_store import GraphStore
from tests.api.conftest import HERE


def test_settings_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUTYGRAPH_PAGE_SIZE", "7")
    monkeypatch.setenv("DUTYGRAPH_ALLOWED_HOSTS", '["graph.lan"]')
    found = ServiceSettings()
    assert (found.page_size, found.allowed_hosts) == (7, ("graph.lan",))


def test_a_setting_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(SettingError, match="DUTYGRAPH_PAGE_SIZE"):
        ServiceSettings(page_size=0)


def test_no_query_gives_more_rows_than_the_setting_says(
    sample: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUTYGRAPH_MAX_ROWS", "3")
    with TestClient(create_app(nullcontext(sample), ServiceSettings()), base_url=HERE) as client:
        for address in (
            "/queries/departments",
            "/queries/departments?limit=2",
            "/search?q=管理",
            "/departments",
        ):
            assert 0 < len(client.get(address).json()["rows"]) <= 3, address
        described = client.get("/openapi.json").json()["paths"]["/queries/departments"]["get"]["parameters"]
        (limit,) = (parameter["schema"] for parameter in described if parameter["name"] == "limit")
        assert (limit["maximum"], limit["default"]) == (3, 3)
        refused = client.get("/queries/departments?limit=4")
        assert refused.status_code == 422
        assert "1 与 3 之间" in refused.json()["zh"]
        page = client.get("/queries/departments", headers={"accept": "text/html"})
        assert page.text.count("<tr>") == 1 + 3
