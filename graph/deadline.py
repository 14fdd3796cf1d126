"""A time limit for a read on the embedded engine, which keeps none itself.

It ignores the limit the driver sends, and its own ``readTimeout`` only counts while records are read;
TERMINATE TRANSACTION ends a statement at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from neo4j import Driver
from neo4j.exceptions import DriverError, Neo4jError

from graph.statements import statement

CHECK_SECONDS = 0.05


@contextmanager
def watched(driver: Driver, database: str, cypher: str, timeout: float) -> Iterator[None]:
    """End the statement ``cypher`` from outside when it still runs after ``timeout`` seconds."""
    done = Event()
    watcher = Thread(target=_watch, args=(driver, database, cypher, timeout, done), daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _watch(driver: Driver, database: str, cypher: str, timeout: float, done: Event) -> None:
    wait = timeout
    while not done.wait(wait):
        wait = CHECK_SECONDS
        try:
            _end_overdue(driver, database, cypher, timeout)
        except (DriverError, Neo4jError):
            return  # the reader meets the same trouble and reports it


def _end_overdue(driver: Driver, database: str, cypher: str, timeout: float) -> None:
    """End every run of this statement that is over time: another reader's run of it is as overdue as ours."""
    with driver.session(database=database) as session:
        for row in session.run(statement("show_transactions")).fetch(10_000):
            elapsed = row["elapsedTime"].seconds + row["elapsedTime"].nanoseconds / 1e9
            if row["currentQuery"] == cypher and elapsed >= timeout:
                session.run(statement("terminate_transaction"), id=row["transactionId"]).consume()
