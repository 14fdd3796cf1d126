"""Marks on departments whose names belong to bodies that a reorganisation renamed or merged."""

from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.ingest.names.former_bodies import former_bodies


def mark_former_bodies(store: GraphStore) -> None:
    """Set successor and year on each department that a reorganisation renamed or merged.

    Earlier marks are removed first: lists may no longer name the body, or the table may have changed.
    """
    rows = [
        {"key": former.body, "successor": former.successor, "year": former.year}
        for former in former_bodies().values()
    ]

    def work(tx: Transaction) -> None:
        tx.run(cypher("forget_former_bodies"))
        tx.run(cypher("mark_former_bodies"), {"rows": rows})

    store.write(work)
