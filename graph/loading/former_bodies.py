"""Which bodies in the graph are no more under the name that the lists print, and what became of them."""

from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.ingest.names.former_bodies import former_bodies


def mark_former_bodies(store: GraphStore) -> None:
    """Say on each department that a reorganisation renamed or merged what does its work now, and since when.

    Marks that no longer hold go: no list names the body any more, or the table has another successor or none.
    """
    rows = [
        {"key": former.body, "successor": former.successor, "year": former.year}
        for former in former_bodies().values()
    ]

    def work(tx: Transaction) -> None:
        tx.run(cypher("forget_former_bodies"))
        tx.run(cypher("mark_former_bodies"), {"rows": rows})

    store.write(work)
