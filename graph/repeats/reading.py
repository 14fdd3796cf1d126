"""What the lists of a region say, as it is looked through for repetitions."""

from dataclasses import dataclass

from graph.model import Ref
from graph.statements import statement
from graph.store import GraphStore


@dataclass(frozen=True, slots=True)
class Statement:
    """A duty, a task or a public service."""

    ref: Ref
    text: str
    """Of a service its name and what it contains."""
    duty: str
    """The id of the duty that it belongs to; a duty and a service belong to themselves."""
    duty_text: str
    body: str
    region: str


def read_statements(store: GraphStore, region: str) -> tuple[Statement, ...]:
    """Return what the lists of a region say, list by list, in their order."""
    return tuple(
        Statement(
            Ref(row["label"], row["id"]), row["text"], row["duty"], row["duty_text"], row["body"], region
        )
        for row in store.read(statement("repeat_statements"), {"region": region})
    )
