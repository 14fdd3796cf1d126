"""Registers of instruments in the graph: importing a register, its versions, and the built-in table."""

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
    """A version of a register; ``entries`` is the number of its rows, ``titles`` that of its instruments.

    ``imported`` is the time of the import (UTC, ISO), None for the built-in table: the graph is to be the same on
    whatever day it is made. The graph holds the instruments of ``current`` versions only.
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
    """Replace the current register by another one, in one transaction, and return its version.

    ``source`` is the name of its file. ``analyse_bases`` compares the legal bases with it afterwards. Importing the same
    content again changes only file name and time. Raises StoreError when the database fails; the old register then stays.
    """
    version = digest(*(repr(entry) for entry in register.entries))
    instruments = list(_instruments(register.entries))
    return _replace(
        store, _version(version, source, len(register.entries), len(instruments), builtin=False), instruments
    )


def registers(store: GraphStore) -> list[RegisterVersion]:
    """Return the imported versions, the latest first, then the built-in table."""
    return [RegisterVersion(**row) for row in store.read(cypher("registers"))]


def settle_builtin(store: GraphStore) -> None:
    """Write the built-in table of this version of dutygraph to the graph, unless it is there."""
    builtin = builtin_register()
    if not any(version.id == builtin.id and version.current for version in registers(store)):
        _replace(store, builtin, list(map(_builtin_instrument, known_instruments())))


def builtin_register() -> RegisterVersion:
    """Return the version of the built-in table that this version of dutygraph brings."""
    table = known_instruments()
    return _version(digest(*map(repr, table)), "known_instruments.csv", len(table), len(table), builtin=True)


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
    """Yield one instrument for all versions of a title, expired if every version is."""
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


def _builtin_instrument(row: KnownInstrument) -> Node:
    key = instrument_key(row.title, None)
    return Node("Instrument", f"instrument-{digest('builtin', key)}", {
        "title": row.title, "key": key, "number": fold_document_number(row.number) if row.number else None,
        "since": row.since, "until": row.until, "successor": row.successor, "articles": row.articles,
        "expired": row.until is not None, "note": row.source,
    })  # fmt: skip
