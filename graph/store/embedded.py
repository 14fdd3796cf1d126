"""The embedded engine: ArcadeDB as a native library inside this process, serving Bolt on loopback."""

import os
import socket
from datetime import datetime
from pathlib import Path
from typing import Any

import psutil

from dutygraph.graph.errors import StoreBusyError, StoreUnavailableError
from dutygraph.graph.store.accounts import Passwords, write_accounts
from dutygraph.graph.store.endpoint import HostNotice

LOOPBACK = "127.0.0.1"
DATABASE = "kg"

_PROCESS_SETTINGS = {
    # The engine reads these once per process, from its arguments; a server's own settings do not reach them.
    "txWalFlush": "1",  # as its production mode does: a commit survives the end of the process
    "queryMaxConcurrent": "0",  # otherwise the statement that ends a runaway query waits in a queue behind it
    "command.regexTimeout": "15000",  # ms of one expression on one text; a busy machine needs more than the default
    "opencypher.loadCsv.allowFileUrls": "false",
    "opencypher.loadCsv.allowRemoteUrls": "false",
    "studio.enabled": "false",
    "support.autoRegister": "false",
}
_SERVER_SETTINGS: dict[str, Any] = {
    # Production mode hides every error message from the client. What else it sets is set here, one by one.
    "mode": "development",
    "host": LOOPBACK,
    "bolt_host": LOOPBACK,
    "http_port": 0,  # nobody uses it, so any port that is free will do; that of Bolt has to be known before
    "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
}
_ATTEMPTS = 5
_PORT_TAKEN = "Unable to listen"
"""Beginning of the engine's message when another program has the port."""


def start_engine(folder: Path) -> tuple[Any, HostNotice]:
    """Start the engine on a folder; return its server, which the caller stops, and the notice for other processes.

    The passwords are new at each start; only readers of the notice need them. Raises StoreBusyError when
    another program has opened the database, and StoreUnavailableError when the engine does not start.
    """
    arcadedb = _engine_library(folder / "logs")
    home = folder / "engine"
    passwords = Passwords.new()
    write_accounts(home / "config", passwords)
    try:
        server, port = _listening_server(arcadedb, home)
    except arcadedb.ArcadeDBError as error:
        if "LockException" in str(error):
            raise held_elsewhere(folder) from error
        raise _does_not_start(folder, error) from error
    return server, HostNotice(port, os.getpid(), passwords.writer, passwords.reader)


def _does_not_start(folder: Path, error: Exception) -> StoreUnavailableError:
    """Keep what the engine says for whoever looks into it, and say what a user can do."""
    reason = folder / "logs" / "start.log"
    with reason.open("a", encoding="utf-8") as log:
        log.write(f"{datetime.now().astimezone().isoformat()} {error}\n")
    return StoreUnavailableError(
        zh=f"内置图数据库无法启动，{folder} 中的引擎文件可能已损坏（原因见 {reason}）。请换回备份；"
        "或另用一个数据文件夹重新读取全部清单，核查意见和部门意见可将旧文件夹中的 verdicts.jsonl、comments.jsonl 复制过去，"
        "再运行 dutygraph doctor 恢复",
        en=f"the embedded engine does not start, its files in {folder} may be damaged (the reason is in {reason});"
        " put back a backup, or read all lists into another data folder: verdicts and comments come along when"
        " verdicts.jsonl and comments.jsonl are copied"
        " there and dutygraph doctor is run",
    )


def _listening_server(arcadedb: Any, home: Path) -> tuple[Any, int]:
    """Start the engine; return it and the port on which it serves Bolt.

    Raises ArcadeDBError when it does not start, and StoreUnavailableError when it gets no port.
    Another program may take a free port before the engine does, and would then be sent the passwords; so the port
    counts only when this process listens on it.
    """
    for _ in range(_ATTEMPTS):
        port = _free_port()
        server = arcadedb.create_server(str(home), config=_SERVER_SETTINGS | {"bolt_port": port})
        try:
            server.start()
            server.create_database(DATABASE)
        except arcadedb.ArcadeDBError as error:
            server.stop()
            if _PORT_TAKEN not in str(error):
                raise
        else:
            if _listens(port):
                return server, port
            server.stop()
    raise StoreUnavailableError(
        zh=f"其他程序接连占用了内置图数据库的 {_ATTEMPTS} 个端口，请再试一次",
        en=f"other programs took each of {_ATTEMPTS} ports that were free; try again",
    )


def _engine_library(logs: Path) -> Any:
    """Import and return the engine's library, with its log in ``logs`` and no output on the terminal."""
    os.environ["ARCADEDB_LOG_DIR"] = str(logs)
    os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
    os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = " ".join(
        f"-Darcadedb.{name}={value}" for name, value in _PROCESS_SETTINGS.items()
    )
    import arcadedb

    return arcadedb


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def _listens(port: int) -> bool:
    """Return whether this process listens on a port of the loopback interface."""
    sockets = psutil.Process().net_connections(kind="tcp")
    return any(
        connection.status == psutil.CONN_LISTEN and connection.laddr.port == port for connection in sockets
    )


def held_elsewhere(folder: Path) -> StoreBusyError:
    """Return the error for a folder that another program holds."""
    return StoreBusyError(
        zh=f"数据文件夹 {folder} 正被另一个程序占用，且它没有应答。"
        "请先结束该程序，或用 DUTYGRAPH_DATA 指定别的文件夹",
        en=f"the data folder {folder} is held by another program that does not answer;"
        " end that program first, or name another folder with DUTYGRAPH_DATA",
    )
