"""The matters that the lists of one region declare, and the duties in the lists of the bodies."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dutygraph.graph.analysis.boundaries.open_parties import is_open_party
from dutygraph.graph.analysis.language.own_acts import acting_clauses
from dutygraph.graph.analysis.language.wording import Wording, clause_wordings, united_wording, wording_of
from dutygraph.graph.analysis.names import names_in_region
from dutygraph.graph.model import Ref
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row


@dataclass(frozen=True, slots=True)
class AssignedBody:
    """A body to which a division is assigned: its id, its printed name, and whether the name is too vague to identify it."""

    id: str
    printed: str
    vague: bool


class _Worded:
    """What has a text, whose wording is told once."""

    text: str

    @cached_property
    def wording(self) -> Wording:
        """The wording of its whole text."""
        return wording_of(self.text)

    @cached_property
    def clauses(self) -> list[Wording]:
        """Its clauses that are about something."""
        return clause_wordings(self.text)

    @cached_property
    def acting_clauses(self) -> list[Wording]:
        """Its clauses in which its bodies act by themselves."""
        return acting_clauses(self.text)


@dataclass(frozen=True)
class Division(_Worded):
    """A division of a matter: a row that assigns work to bodies. A cell merged with the one above has that cell's text."""

    id: str
    text: str
    bodies: tuple[AssignedBody, ...]
    case: str = ""

    @property
    def body_ids(self) -> frozenset[str]:
        """The ids of its bodies whose names are not vague."""
        return frozenset(body.id for body in self.bodies if not body.vague)

    @property
    def is_for_whoever(self) -> bool:
        """Whether it is for whatever other department is concerned (其他有关部门), and names none."""
        return (
            bool(self.bodies)
            and not self.body_ids
            and all(is_open_party(body.printed) for body in self.bodies)
        )


@dataclass(frozen=True)
class DeclaredMatter:
    """A shared matter as one list declares it."""

    id: str
    name: str
    declarer: str
    divisions: tuple[Division, ...]

    @property
    def body_ids(self) -> frozenset[str]:
        """The ids of its parties whose names are not vague."""
        return frozenset().union(*(division.body_ids for division in self.divisions))

    @cached_property
    def title(self) -> Wording:
        """The wording of its name."""
        return wording_of(self.name)

    @cached_property
    def whole(self) -> Wording:
        """The wording of its name and all its divisions."""
        return united_wording([self.title, *(division.wording for division in self.divisions)])


@dataclass(frozen=True)
class ListedDuty(_Worded):
    """A duty or task of a body's own list; among ``others`` a service or a supervision regime with its title."""

    ref: Ref
    text: str
    title: str = ""


@dataclass(frozen=True)
class RegionTexts:
    """The texts of one region; ``duties`` has the duties and tasks of every body with a list, by the id of the body."""

    matters: tuple[DeclaredMatter, ...]
    duties: Mapping[str, tuple[ListedDuty, ...]] = field(default_factory=dict)
    home_bodies: frozenset[str] = frozenset()
    """The ids of those bodies that lie in the region itself."""
    others: Mapping[str, tuple[ListedDuty, ...]] = field(default_factory=dict)
    """The services and supervision regimes of every body with a list, by the id of the body."""
    offices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The names of the offices of every body with a list in the region itself, by the id of the body."""
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What lists of the region call the bodies in it, by the id of the body."""


def read_region(store: GraphStore, code: str) -> RegionTexts:
    """Read the texts of a region from the graph; ``code`` is the region's."""
    duties: dict[str, list[ListedDuty]] = defaultdict(list)
    home_bodies = set()
    for row in store.read(cypher("boundary_statements"), {"region": code}):
        duties[row["body"]].append(ListedDuty(Ref(row["label"], row["id"]), row["text"]))
        if row["region"] == code:
            home_bodies.add(row["body"])
    others: dict[str, list[ListedDuty]] = defaultdict(list)
    for row in store.read(cypher("boundary_other_statements"), {"region": code}):
        others[row["body"]].append(ListedDuty(Ref(row["label"], row["id"]), row["text"], row["title"]))
    offices: dict[str, list[str]] = defaultdict(list)
    for row in store.read(cypher("boundary_offices"), {"region": code}):
        offices[row["body"]].append(row["office"])
    return RegionTexts(
        _matters(store.read(cypher("boundary_divisions"), {"region": code})),
        {body: tuple(texts) for body, texts in duties.items()},
        frozenset(home_bodies),
        {body: tuple(texts) for body, texts in others.items()},
        {body: tuple(names) for body, names in offices.items()},
        names_in_region(store, code),
    )


def _matters(rows: Iterable[Row]) -> tuple[DeclaredMatter, ...]:
    heads: dict[str, Row] = {}
    divisions: dict[str, list[Division]] = defaultdict(list)
    for row in rows:
        heads.setdefault(row["matter"], row)
        above = divisions[row["matter"]]
        text = row["text"] if row["text"] is not None else above[-1].text if above else ""
        bodies = tuple(AssignedBody(**body) for body in row["bodies"])
        above.append(Division(row["division"], text, bodies, row["case"] or ""))
    return tuple(
        DeclaredMatter(id_, row["name"], row["declarer"], tuple(divisions[id_])) for id_, row in heads.items()
    )
