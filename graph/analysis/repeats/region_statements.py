"""What the lists of a region say, as it is looked through for repetitions."""

from dataclasses import dataclass

from dutygraph.graph.model import Ref
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore


@dataclass(frozen=True, slots=True)
class RegionStatement:
    """A duty, a task, a public service or a shared matter."""

    ref: Ref
    name: str
    """The text of a duty or task; of the others what they are called."""
    more: str
    """What a service contains; who does what in a matter."""
    duty: str
    """The id of the duty that it belongs to; all but tasks belong to themselves."""
    duty_text: str
    body: str
    region: str

    @property
    def is_work(self) -> bool:
        """Whether it is a duty or a task."""
        return self.ref.label in ("Duty", "Task")


def read_statements(store: GraphStore, region: str) -> tuple[RegionStatement, ...]:
    """Return what the lists of a region say, list by list, in their order."""
    return tuple(
        RegionStatement(
            Ref(row["label"], row["id"]),
            row["name"],
            row["more"],
            row["duty"],
            row["duty_text"],
            row["body"],
            region,
        )
        for row in store.read(cypher("repeat_statements"), {"region": region})
    )
