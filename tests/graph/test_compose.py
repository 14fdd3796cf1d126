"""The compose file starts the server that the tests run against, and asks for a password."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import neo4j_server

FILE = Path(__file__).parents[2] / "docker-compose.yml"
SERVICES: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["services"]


def test_it_names_the_version_and_settings_of_the_test_server() -> None:
    neo4j = SERVICES["neo4j"]
    major_minor = ".".join(neo4j_server.VERSION.split(".")[:2])
    assert neo4j["image"] == f"neo4j:{major_minor}-community"
    named = {
        f"NEO4J_{name.replace('_', '__').replace('.', '_')}": value
        for name, value in neo4j_server.SETTINGS.items()
    }
    assert named.items() <= neo4j["environment"].items()


def test_the_password_comes_from_outside() -> None:
    asked = r"\$\{DUTYGRAPH_PASSWORD:\?[^}]+\}"
    assert re.fullmatch(f"neo4j/{asked}", SERVICES["neo4j"]["environment"]["NEO4J_AUTH"])
    assert re.fullmatch(asked, SERVICES["dutygraph"]["environment"]["DUTYGRAPH_PASSWORD"])


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_service_is_watched_and_none_is_open_to_the_network(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"]
    assert [port for port in SERVICES[name].get("ports", []) if not port.startswith("127.0.0.1:")] == []


def test_the_service_asks_for_a_token_and_may_do_little() -> None:
    service = SERVICES["dutygraph"]
    assert service["environment"]["DUTYGRAPH_TOKEN"].startswith("${DUTYGRAPH_TOKEN:?")
    assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
    assert all(
        "no-new-privileges:true" in one["security_opt"] and one["mem_limit"] and one["pids_limit"]
        for one in SERVICES.values()
    )
