"""Which bodies in the graph are no more under the name that the lists print, and what became of them."""

from graph.statements import statement
from graph.store import GraphStore
from ingest.former_bodies import former_bodies


def mark_former_bodies(store: GraphStore) -> None:
    """Say on each department that a reorganisation renamed or merged what does its work now, and since when."""
    rows = [
        {"key": one.body, "successor": one.successor, "year": one.year} for one in former_bodies().values()
    ]
    store.write(lambda tx: tx.run(statement("mark_former_bodies"), {"rows": rows}))
