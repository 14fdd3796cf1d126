"""Settings come from the environment, and each says in two languages what it is for."""

import re

import pytest
from pydantic import ValidationError

from api.settings import ServiceSettings


@pytest.mark.parametrize("name", ServiceSettings.model_fields)
def test_every_setting_says_what_it_is_for(name: str) -> None:
    zh, _, en = (ServiceSettings.model_fields[name].description or "").partition(" / ")
    assert re.search(r"[一-鿿]", zh)
    assert re.search(r"[a-z]{3}", en)


def test_settings_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUTYGRAPH_PAGE_SIZE", "7")
    monkeypatch.setenv("DUTYGRAPH_ALLOWED_HOSTS", '["graph.lan"]')
    found = ServiceSettings()
    assert (found.page_size, found.allowed_hosts) == (7, ("graph.lan",))


def test_a_setting_that_makes_no_sense_is_refused() -> None:
    with pytest.raises(ValidationError):
        ServiceSettings(page_size=0)
