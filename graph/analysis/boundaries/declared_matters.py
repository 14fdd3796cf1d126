"""The matters that the lists of one region declare, and what the bodies concerned say of themselves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dutygraph.graph.analysis.language.own_acts import acting
from dutygraph.graph.analysis.language.wording import Wording, clauses, united, wording
from dutygraph.graph.model import Ref
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row


@dataclass(frozen=True, slots=True)
class Body:
    """A body to which a row is assigned, as the row prints it."""

    id: str
    printed: str
    vague: bool


@dataclass(frozen=True)
class Part:
    """A row of a matter: the part that it gives its bodies. A cell that is merged with the one above has its text."""

    id: str
    text: str
    bodies: tuple[Body, ...]

    @cached_property
    def clauses(self) -> list[Wording]:
        """Its clauses that are about something."""
        return clauses(self.text)

    @cached_property
    def wording(self) -> Wording:
        """What it is about as a whole."""
        return wording(self.text)

    @cached_property
    def acting(self) -> list[Wording]:
        """The clauses in which its bodies act by themselves."""
        return acting(self.text)

    @property
    def body_ids(self) -> frozenset[str]:
        """The bodies that can be told from others."""
        return frozenset(body.id for body in self.bodies if not body.vague)


@dataclass(frozen=True)
class Matter:
    """A shared matter as one list declares it."""

    id: str
    name: str
    declarer: str
    parts: tuple[Part, ...]

    @property
    def body_ids(self) -> frozenset[str]:
        """The bodies that are party to it and can be told from others."""
        return frozenset().union(*(part.body_ids for part in self.parts))

    @cached_property
    def title(self) -> Wording:
        """What its name is about."""
        return wording(self.name)

    @cached_property
    def whole(self) -> Wording:
        """What its name and its parts are about."""
        return united([self.title, *(part.wording for part in self.parts)])


@dataclass(frozen=True)
class Said:
    """A duty or task of a body's own list."""

    ref: Ref
    text: str

    @cached_property
    def wording(self) -> Wording:
        """What it is about as a whole."""
        return wording(self.text)

    @cached_property
    def clauses(self) -> list[Wording]:
        """Its clauses that are about something."""
        return clauses(self.text)

    @cached_property
    def acting(self) -> list[Wording]:
        """The clauses in which the body acts by itself."""
        return acting(self.text)


@dataclass(frozen=True)
class Region:
    """All that is compared in one region. ``said`` has the duties and tasks of every body with a list, by its id."""

    matters: tuple[Matter, ...]
    said: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    home: frozenset[str] = frozenset()
    """The bodies among them that lie in the region itself."""


def read_region(store: GraphStore, code: str) -> Region:
    """Read what is compared in a region from the graph."""
    said: dict[str, list[Said]] = defaultdict(list)
    home = set()
    for row in store.read(cypher("boundary_statements"), {"region": code}):
        said[row["body"]].append(Said(Ref(row["label"], row["id"]), row["text"]))
        if row["region"] == code:
            home.add(row["body"])
    matters = _matters(store.read(cypher("boundary_divisions"), {"region": code}))
    return Region(matters, {body: tuple(texts) for body, texts in said.items()}, frozenset(home))


def _matters(rows: Iterable[Row]) -> tuple[Matter, ...]:
    heads: dict[str, Row] = {}
    parts: dict[str, list[Part]] = defaultdict(list)
    for row in rows:
        heads.setdefault(row["matter"], row)
        above = parts[row["matter"]]
        text = row["text"] if row["text"] is not None else above[-1].text if above else ""
        above.append(Part(row["division"], text, tuple(Body(**body) for body in row["bodies"])))
    return tuple(Matter(id_, row["name"], row["declarer"], tuple(parts[id_])) for id_, row in heads.items())
