"""The register of instruments in the graph: importing one, which one is in force, and the built-in table beside it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dutygraph.graph.identity import digest
from dutygraph.graph.loading.write import write_subgraph
from dutygraph.graph.model import Edge, Node, Ref, Subgraph
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.ingest.laws.instruments import canonical_title, fold_document_number, instrument_key
from dutygraph.ingest.laws.known_instruments import KnownInstrument, known_instruments
from dutygraph.ingest.laws.register import LawRegister, RegisterEntry


@dataclass(frozen=True, slots=True)
class RegisterVersion:
    """A version of a register; ``entries`` are the rows, ``titles`` the instruments.

    ``imported`` is the time of the import (UTC, ISO); nobody imports the built-in table, so it has none, and a graph
    does not tell on which day it was made.
    Only the instruments of a ``current`` version are in the graph; of others it remembers that they were.
    """

    id: str
    source: str
    version: str
    imported: str | None
    entries: int
    titles: int
    builtin: bool
    current: bool


def import_register(store: GraphStore, register: LawRegister, source: str) -> RegisterVersion:
    """Put a register in the place of the one in force, in one transaction, and return its version.

    ``source`` is the name of its file. The legal bases wait to be compared with it (``analyse_bases``). Importing the
    same content again changes nothing but file name and time. When the database fails, the old register stays in force.
    """
    version = digest(*(repr(entry) for entry in register.entries))
    instruments = list(_instruments(register.entries))
    return _replace(
        store, _version(version, source, len(register.entries), len(instruments), builtin=False), instruments
    )


def registers(store: GraphStore) -> list[RegisterVersion]:
    """Return the versions that were imported, the latest first, and the built-in table at the end."""
    return [RegisterVersion(**row) for row in store.read(cypher("registers"))]


def settle_builtin(store: GraphStore) -> None:
    """Put the built-in table of this version of dutygraph into the graph, unless it is there."""
    builtin = builtin_register()
    if not any(one.id == builtin.id and one.current for one in registers(store)):
        _replace(store, builtin, list(map(_known, known_instruments())))


def builtin_register() -> RegisterVersion:
    """Return the version of the built-in table that this version of dutygraph brings."""
    known = known_instruments()
    return _version(digest(*map(repr, known)), "known_instruments.csv", len(known), len(known), builtin=True)


def _version(version: str, source: str, entries: int, titles: int, *, builtin: bool) -> RegisterVersion:
    imported = None if builtin else datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    id_ = f"register-{'builtin-' if builtin else ''}{version}"
    return RegisterVersion(id_, source, version, imported, entries, titles, builtin, True)


def _replace(store: GraphStore, version: RegisterVersion, instruments: Sequence[Node]) -> RegisterVersion:
    ref = Ref("Register", version.id)
    subgraph = Subgraph([_register(version), *instruments])
    subgraph.edges += [Edge("LISTED_IN", Ref(node.label, node.id), ref) for node in instruments]

    def work(tx: Transaction) -> None:
        tx.run(cypher("retire_registers"), {"builtin": version.builtin})
        tx.run(cypher("forget_comparisons"))
        write_subgraph(tx, subgraph)

    with store.locked():
        store.write(work)
    return version


def _register(version: RegisterVersion) -> Node:
    properties = {name: getattr(version, name) for name in version.__slots__ if name != "id"}
    return Node("Register", version.id, properties)


def _instruments(entries: Iterable[RegisterEntry]) -> Iterator[Node]:
    """One instrument for all versions of a title: expired when every version is."""
    versions: dict[str, list[RegisterEntry]] = defaultdict(list)
    for entry in entries:
        versions[instrument_key(entry.title, None)].append(entry)
    for key, group in versions.items():
        latest = max(group, key=lambda entry: entry.version_date)
        yield Node("Instrument", f"instrument-{digest('register', key)}", {
            "title": canonical_title(latest.title), "key": key, "level": latest.level, "scope": latest.scope,
            "versions": sorted({_dates(entry) for entry in group if entry.version_date}),
            "articles": max((entry.articles for entry in group if entry.articles), default=None),
            "expired": all(entry.expired for entry in group),
        })  # fmt: skip


def _dates(entry: RegisterEntry) -> str:
    force = f"，{entry.in_force_from}起施行" if entry.in_force_from else ""
    return f"{entry.version_date}公布{force}"


def _known(one: KnownInstrument) -> Node:
    key = instrument_key(one.title, None)
    return Node("Instrument", f"instrument-{digest('builtin', key)}", {
        "title": one.title, "key": key, "number": fold_document_number(one.number) if one.number else None,
        "since": one.since, "until": one.until, "successor": one.successor, "articles": one.articles,
        "expired": one.until is not None, "note": one.source,
    })  # fmt: skip
