"""What the index holds of a thing that can be found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """Something that can be found; what is not known is empty.

    ``department`` publishes it, ``actor`` acts in it; ``beside`` holds what it prints besides title and text (other names,
    basis, case, targets), and ``offices`` those that answer, both line by line; ``locator`` is JSON; ``assists`` says that
    the actor has a part in what another body leads.
    """

    id: str
    kind: str
    list: str
    region: str
    department: str
    department_id: str
    actor: str
    actor_id: str
    title: str
    text: str
    beside: str
    offices: str
    phone: str
    source: str
    locator: str
    assists: bool
    weight: float
