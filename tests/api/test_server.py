"""The service as a process of its own."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from dutygraph.api.server import AddressError, serve
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.settings import StoreSettings

PROGRAM = """
import sys
from pathlib import Path
from dutygraph.api.server import serve
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.store.settings import StoreSettings
serve(ServiceSettings(port=0), StoreSettings(data=Path(sys.argv[1])), lambda address: print(address, flush=True))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")
def test_it_serves_until_ctrl_c(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "data")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert process.stdout
    address = process.stdout.readline().strip()
    with urlopen(f"{address}readyz", timeout=30) as answer:
        assert answer.status == 200
    process.send_signal(signal.SIGINT)
    _, complaints = process.communicate(timeout=30)
    assert process.returncode == 0
    assert complaints == ""


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(AddressError, match=f"127.0.0.1:{port}"):
            serve(ServiceSettings(port=port), StoreSettings(data=tmp_path))
