"""The log of a service steers no terminal, whatever a client asks for."""

import io
import logging
from collections.abc import Iterator

import pytest

from dutygraph.api.requests.log import quieten
from tests.hostile import STEERING, STEERS


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the log of the service holds."""
    quieten()
    log, stream = logging.getLogger("dutygraph.api"), io.StringIO()
    handler = logging.StreamHandler(stream)
    log.addHandler(handler)
    yield stream
    log.removeHandler(handler)


def test_a_message_is_one_line_and_its_trace_steers_nothing(written: io.StringIO) -> None:
    try:
        raise ValueError(STEERS)
    except ValueError as error:
        logging.getLogger("dutygraph.api").error("GET %s", f"/{STEERS}\nGET /forged", exc_info=error)
    first, *trace = written.getvalue().splitlines()
    assert "<U+000A>GET /forged" in first
    assert "<U+001B>[31m" in trace[-1]
    assert not STEERING.search(written.getvalue())
