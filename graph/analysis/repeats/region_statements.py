"""The statements in the lists of a region that are compared for repetitions."""

from dataclasses import dataclass

from dutygraph.graph.model import Ref
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore


@dataclass(frozen=True, slots=True)
class RegionStatement:
    """A duty, a task, a public service or a shared matter."""

    ref: Ref
    name: str
    """The text of a duty or task, the name of a service or matter."""
    more: str
    """The content of a service, the divisions of a matter."""
    duty: str
    """The id of the duty of a task, else its own."""
    duty_text: str
    body: str
    region: str
    offices: tuple[str, ...] = ()
    """The offices that handle a task."""

    @property
    def is_work(self) -> bool:
        """Whether it is a duty or a task."""
        return self.ref.label in ("Duty", "Task")


def read_statements(store: GraphStore, region: str) -> tuple[RegionStatement, ...]:
    """Return the statements of a region (code), list by list, in their order."""
    return tuple(
        RegionStatement(
            Ref(row["label"], row["id"]),
            row["name"],
            row["more"],
            row["duty"],
            row["duty_text"],
            row["body"],
            region,
            tuple(row["offices"]),
        )
        for row in store.read(cypher("repeat_statements"), {"region": region})
    )
