"""A real Neo4j Community server without Docker, for tests, benchmarks and people.

    python -m tests.neo4j_server start    downloads once (Maven, 123 MB), starts, prints how to connect
    python -m tests.neo4j_server stop

Neo4j Community is published as ordinary Maven artifacts; with Java 17 they are the whole server. They are kept in the
user's cache folder, or in the folder that DUTYGRAPH_CACHE names.
"""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import neo4j
import psutil
from filelock import FileLock
from neo4j.exceptions import DriverError

VERSION = "5.26.30"
USER = "neo4j"
START_SECONDS = 90

SETTINGS = {
    # docker-compose.yml has the same (a test compares them).
    "server.memory.heap.initial_size": "512m",
    "server.memory.heap.max_size": "512m",
    "dbms.usage_report.enabled": "false",
}
BRIEF_SETTINGS = {
    # Tests empty the graph again and again, upon which the server would plan every statement anew.
    "dbms.cypher.min_replan_interval": "1h",
    "dbms.cypher.statistics_divergence_threshold": "1.0",
}
BRIEF_OPTIONS = (
    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote",
    "-XX:ReservedCodeCacheSize=240m",  # with the first option it is 48 MB, too little: code is swept and compiled again
)  # fmt: skip
"""What lives for minutes spends most of its time on checking and compiling its own code: these take half of that away."""
_POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>dutygraph</groupId><artifactId>neo4j-server</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version>
</dependency></dependencies></project>"""
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")


@dataclass(frozen=True, slots=True)
class Server:
    """A running server and how to connect to it."""

    uri: str
    password: str
    pid: int


def start(home: Path, *, brief: bool = False) -> Server:
    """Start a server with its data in ``home`` (new, or used before) and wait until it answers.

    A ``brief`` one serves tests: it is quick to start and to plan statements, and slow under load.
    """
    libraries = _download()
    password = _configure(home, libraries)
    bolt, http = _free_port(), _free_port()
    _write_settings(home, bolt, http, BRIEF_SETTINGS if brief else {})
    command = _command(home, libraries, BRIEF_OPTIONS if brief else ())
    with (home / "out.log").open("ab") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    server = Server(f"bolt://127.0.0.1:{bolt}", password, process.pid)
    _wait(server, process, home)
    return server


def stop(server: Server) -> None:
    """End the server and wait for its end."""
    try:
        process = psutil.Process(server.pid)
        process.terminate()
        process.wait(30)
    except psutil.NoSuchProcess:
        pass
    except psutil.TimeoutExpired:
        process.kill()


@contextmanager
def running(home: Path, *, brief: bool = False) -> Iterator[Server]:
    """A server that lives as long as the context; ``brief`` as in ``start``."""
    server = start(home, brief=brief)
    try:
        yield server
    finally:
        stop(server)


def import_csv(home: Path, folder: Path) -> None:
    """Fill a new server's home with the CSV files of a folder, by Neo4j's own import command."""
    libraries = _download()
    _configure(home, libraries)
    files = sorted(folder.glob("*.csv"))
    sources = [f"--{'relationships' if '-' in file.name else 'nodes'}={file}" for file in files]
    options = ["--multiline-fields=true", "--array-delimiter=U+001F", "--overwrite-destination"]
    _admin(home, libraries, "database", "import", "full", "neo4j", *options, *sources)


def import_arguments(home: Path, folder: Path) -> None:
    """Fill a new server's home as the arguments say that ``dutygraph analyse`` writes beside its files."""
    libraries = _download()
    _configure(home, libraries)
    parts = sorted((folder / "neo4j-admin.args").glob("part-*"))
    arguments = [line for part in parts for line in part.read_text(encoding="utf-8").splitlines()]
    arguments = [line.replace("import/", f"{folder.as_posix()}/import/") for line in arguments]
    _admin(home, libraries, "database", "import", "full", "neo4j", *arguments)


def downloaded() -> bool:
    """Whether the server is in the cache folder already."""
    return _libraries().is_dir()


def _cache() -> Path:
    return Path(os.environ.get("DUTYGRAPH_CACHE", Path.home() / ".cache" / "dutygraph"))


def _libraries() -> Path:
    return _cache() / f"neo4j-{VERSION}"


def _download() -> Path:
    """The server's jars, fetched on first use by one process at a time."""
    libraries = _libraries()
    _cache().mkdir(parents=True, exist_ok=True)
    with FileLock(_cache() / "download.lock"):
        if not downloaded():
            _fetch(libraries)
    return libraries / "jars"


def _fetch(libraries: Path) -> None:
    """Fetch the jars; a download that broke off leaves nothing that looks whole."""
    draft = _cache() / f"neo4j-{VERSION}.{os.getpid()}"
    (draft / "jars").mkdir(parents=True)
    (draft / "pom.xml").write_text(_POM, encoding="utf-8")
    goal = [
        "dependency:copy-dependencies",
        "-DincludeScope=runtime",
        f"-DoutputDirectory={draft / 'jars'}",
    ]
    maven = shutil.which("mvn") or "mvn"
    subprocess.run([maven, "-q", "-B", "-f", str(draft / "pom.xml"), *goal], check=True)
    draft.rename(libraries)


def _configure(home: Path, libraries: Path) -> str:
    """Choose the password of a new home before its first start; a home keeps its password."""
    kept = home / "password"
    if not kept.exists():
        (home / "conf").mkdir(parents=True)
        kept.write_text(secrets.token_hex(16), encoding="utf-8")  # never begins with a dash
        (home / "conf" / "neo4j.conf").touch()
        _admin(home, libraries, "dbms", "set-initial-password", kept.read_text("utf-8"))
    return kept.read_text(encoding="utf-8")


def _admin(home: Path, libraries: Path, *arguments: str) -> None:
    """Run neo4j-admin on a home whose server does not run: the tool itself, which the command starts in a second process."""
    program = ("-cp", f"{libraries}/*", "org.neo4j.cli.AdminTool")
    subprocess.run(
        ["java", *BRIEF_OPTIONS, *program, *arguments],
        env=os.environ | {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        cwd=home,
        check=True,
        capture_output=True,
    )


def _write_settings(home: Path, bolt: int, http: int, more: Mapping[str, str]) -> None:
    settings = {
        **SETTINGS,
        **more,
        "server.bolt.listen_address": f"127.0.0.1:{bolt}",
        "server.bolt.advertised_address": f"127.0.0.1:{bolt}",
        "server.http.listen_address": f"127.0.0.1:{http}",
    }
    lines = "".join(f"{name}={value}\n" for name, value in settings.items())
    (home / "conf" / "neo4j.conf").write_text(lines, encoding="utf-8")


def _command(home: Path, libraries: Path, options: Sequence[str]) -> list[str]:
    opened = [f"--add-opens={package}=ALL-UNNAMED" for package in _OPENED]
    main = "org.neo4j.server.CommunityEntryPoint"
    where = [f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    return ["java", "-Xmx512m", *options, *opened, "-cp", f"{libraries}/*", main, *where]


def _wait(server: Server, process: "subprocess.Popen[bytes]", home: Path) -> None:
    give_up = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up and process.poll() is None:
        try:
            with neo4j.GraphDatabase.driver(server.uri, auth=(USER, server.password)) as driver:
                driver.verify_connectivity()
                return
        except DriverError:
            time.sleep(0.3)
    stop(server)
    raise RuntimeError(f"Neo4j did not start; its output is in {home / 'out.log'}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main(arguments: list[str]) -> None:
    """Start or stop the one server that a person uses by hand."""
    home = _cache() / "neo4j-by-hand"
    note = home / "server.json"
    match arguments:
        case ["start"]:
            server = start(home)
            note.write_text(json.dumps(asdict(server)), encoding="utf-8")
            for name, value in {"URI": server.uri, "USER": USER, "PASSWORD": server.password}.items():
                sys.stdout.write(f"DUTYGRAPH_{name}={value}\n")
        case ["stop"] if note.exists():
            stop(Server(**json.loads(note.read_text(encoding="utf-8"))))
            note.unlink()
        case ["stop"]:
            sys.exit("no server was started here")
        case _:
            sys.exit("usage: python -m tests.neo4j_server start|stop")


if __name__ == "__main__":
    main(sys.argv[1:])
