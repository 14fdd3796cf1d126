"""What holds when things go wrong: processes killed at random moments, a full disk, a database that goes away or hangs.

Run it with ``python -m benchmarks.faults``; ``--kills 50 --server-kills 10`` are the numbers of the usual run. Everything
happens on this machine, in folders that are removed, and every loop is bounded. The full disk needs the right to
mount one (Linux, administrator), Neo4j needs Java; without them the table says so.
"""

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from fastapi.testclient import TestClient
from pydantic import SecretStr
from rich.console import Console
from rich.table import Table

from dutygraph.api.app import create_app
from dutygraph.api.requests.log import quieten
from dutygraph.api.settings import ServiceSettings
from dutygraph.graph.health import examine
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.parse import parse_file
from dutygraph.queries.findings.read.findings import list_findings
from dutygraph.queries.findings.review.decisions import VerdictRecord
from dutygraph.queries.findings.review.verdicts import keep_verdicts, verdict_records
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.versions import data_version
from tests import neo4j_server
from tests.queries.processes import start
from tests.relay import Relay
from tests.sample import DATA

ADDRESS = "http://127.0.0.1:8000"
TOLD_SECONDS, BACK_SECONDS = 2.5, 3.5
"""Within two seconds a client is told that the database is away, within three it is back; half a second for the machine."""
COMMANDS = (
    ["status"], ["query", "departments"], ["search", "市场"], ["findings"], ["doctor"], ["recompute"],
    ["ingest", str(DATA / "03-housing-finance.txt")], ["token", "create", "a"], ["verdicts", "export", "OUT/v.jsonl"],
    ["export", "-o", "OUT/x.graphml"], ["export", "--format", "csv", "-o", "OUT/csv"], ["template", "-o", "OUT/x.xlsx"],
)  # fmt: skip


@dataclass
class Outcome:
    """What was tried, how often, and what did not hold."""

    tried: str
    times: int = 0
    failures: list[str] = field(default_factory=list)

    def check(self, holds: bool, what: str) -> None:
        """Note what does not hold."""
        if not holds:
            self.failures.append(what)


@contextmanager
def two_lists() -> Iterator[tuple[Path, Path]]:
    """Two versions of one file, which replace each other."""
    with TemporaryDirectory() as folder:
        files = (Path(folder, "1", "list.txt"), Path(folder, "2", "list.txt"))
        text = (DATA / "02-market.txt").read_text(encoding="utf-8")
        for file, version in zip(files, (text, text.replace("市场主体", "经营主体")), strict=True):
            file.parent.mkdir()
            file.write_text(version, encoding="utf-8")
        yield files


def killed(settings: StoreSettings, times: int, engine: str) -> Outcome:
    """Kill a command that replaces a list, at random moments: the old or the new list is whole, and no verdict is lost."""
    outcome = Outcome(f"kill −9 while a list is read ({engine})")
    with two_lists() as files:
        wholes, findings, seconds = _references(settings, files)
        for number in range(times):
            process = start(settings, "read", str(files[number % 2]))
            time.sleep(random.uniform(0.3, seconds))
            process.kill()
            process.communicate()
            with GraphStore.open(settings) as store:
                outcome.times += 1
                outcome.check(_whole(store) in wholes, f"kill {number}: {_whole(store)[1]}")
                outcome.check(len(verdict_records(store)) == number + 1, f"kill {number}: a verdict is lost")
                keep_verdicts(store, [_verdict(number + 1)])
        with GraphStore.open(settings) as store:
            read_documents(store, [parse_file(files[0])])
            outcome.check(
                {one.id for one in list_findings(store)} == findings, "findings differ after the last kill"
            )
    return outcome


def _references(settings: StoreSettings, files: tuple[Path, Path]) -> tuple[list[object], set[str], float]:
    """Return both whole states, the findings of the first, and how many seconds a process takes to read one."""
    wholes: list[object] = []
    with GraphStore.open(settings) as store:
        store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
        for file in reversed(files):
            read_documents(store, [parse_file(file)])
            wholes.append(_whole(store))
        keep_verdicts(store, [_verdict(0)])
        findings = {one.id for one in list_findings(store)}
    begun = time.monotonic()
    start(settings, "read", str(files[1])).communicate()
    return wholes, findings, time.monotonic() - begun


def _whole(store: GraphStore) -> tuple[str, list[str]]:
    return data_version(store), [fault.en for fault in examine(store)]


def _verdict(number: int) -> VerdictRecord:
    return VerdictRecord(
        finding=f"finding-{number}", value="confirmed", by="faults", at="2026-01-01T00:00:00Z"
    )


def away(settings: StoreSettings, engine: str) -> Outcome:
    """Cut and silence the line to the database: the service says so soon, and goes on when it is back."""
    outcome = Outcome(f"database away, hanging ({engine})")
    with Relay(urlsplit(settings.uri or "").port or 0) as relay:
        through = settings.model_copy(update={"uri": f"bolt://127.0.0.1:{relay.port}"})
        with (
            GraphStore.open(through) as store,
            TestClient(create_app(nullcontext(store), ServiceSettings()), base_url=ADDRESS) as client,
        ):
            _until(lambda: client.get("/departments").status_code == 200)
            for state in ("away", "silent") * 3:
                outcome.times += 1
                relay.set(state)
                begun = time.monotonic()
                outcome.check(client.get("/departments").status_code == 503, f"{state}: no 503")
                outcome.check(
                    time.monotonic() - begun < TOLD_SECONDS, f"{state}: {time.monotonic() - begun:.1f} s"
                )
                relay.set("open")
                seconds = _until(lambda: client.get("/departments").status_code == 200)
                outcome.check(seconds < BACK_SECONDS, f"{state}: back after {seconds:.1f} s")
    return outcome


def _until(holds: Callable[[], bool]) -> float:
    """Wait until something holds, for a minute at most; return the seconds."""
    begun = time.monotonic()
    while not holds() and time.monotonic() < begun + 60:
        time.sleep(0.05)
    return time.monotonic() - begun


def full_disk(commands: Sequence[list[str]] = COMMANDS) -> Outcome:
    """Run commands on a disk that is full: each says so in a line or does its work, and leaves nothing half-written."""
    outcome = Outcome("commands on a full disk")
    with TemporaryDirectory() as folder:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=90m", "tmpfs", folder], capture_output=True, check=False
        )
        if mounted.returncode:
            return Outcome("commands on a full disk: not tried, it may not be mounted")
        try:
            _fill(Path(folder))
            for command in commands:
                outcome.times += 1
                _run_on(Path(folder), [part.replace("OUT", folder) for part in command], outcome)
        finally:
            subprocess.run(["umount", folder], check=True)
    return outcome


def _fill(folder: Path) -> None:
    """Read a list into a data folder, and take what room is left."""
    reading = start(StoreSettings(data=folder / "data"), "read", str(DATA / "02-market.txt"))
    reading.communicate()  # an engine of this process would keep its log open, and the disk with it
    with (folder / "filling").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return


def _run_on(folder: Path, command: list[str], outcome: Outcome) -> None:
    line = [sys.executable, "-m", "dutygraph", "--data", str(folder / "data"), *command]
    done = subprocess.run(line, capture_output=True, encoding="utf-8", check=False, timeout=120)
    name = " ".join(command[:2])
    outcome.check(done.returncode in (0, 2), f"{name}: exit code {done.returncode}")
    outcome.check("磁盘" in done.stderr or done.returncode == 0, f"{name}: does not tell of the disk")
    outcome.check(done.stderr.count("\n") <= 1, f"{name}: {done.stderr.count(chr(10))} lines of errors")
    left = [path.name for path in folder.rglob("*") if path.suffix in (".part", ".draft")]
    outcome.check(not left, f"{name}: leaves {left}")


@contextmanager
def a_server(*, wanted: bool) -> Iterator[StoreSettings | None]:
    """A Neo4j server of this run, if it is wanted and was downloaded."""
    if not wanted or not neo4j_server.downloaded():
        yield None
        return
    with (
        TemporaryDirectory() as home,
        TemporaryDirectory() as beside,
        neo4j_server.running(Path(home, "neo4j")) as server,
    ):
        yield StoreSettings(uri=server.uri, password=SecretStr(server.password), data=Path(beside))


def outcomes(kills: int, server_kills: int) -> Iterator[Outcome]:
    """Try everything."""
    with TemporaryDirectory() as folder:
        yield killed(StoreSettings(data=Path(folder, "data")), kills, "embedded")
    yield full_disk()
    with a_server(wanted=server_kills > 0) as settings:
        if settings:
            yield killed(settings, server_kills, "Neo4j")
            yield away(settings, "Neo4j")


def main() -> None:
    """Print a table of what held."""
    quieten()  # a database that is away is told of in the log as well
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--server-kills", type=int, default=10)
    chosen = options.parse_args()
    table = Table("tried", "times", "did not hold")
    for outcome in outcomes(chosen.kills, chosen.server_kills):
        table.add_row(outcome.tried, str(outcome.times), "\n".join(outcome.failures[:5]) or "–")
    Console().print(table)


if __name__ == "__main__":
    main()
