"""The duties and tasks of a district, cut into clauses that are understood."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dutygraph.graph.analysis.language.clauses import cut
from dutygraph.graph.analysis.language.meaning import Meaning, learned_business, meaning, place_of
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.language.wording import pairs
from dutygraph.graph.model import Ref
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row


@dataclass(frozen=True, slots=True)
class Statement:
    """A duty or a task, in whose list and under which duty it stands."""

    ref: Ref
    body: str
    duty: str
    text: str
    duty_text: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a statement."""

    statement: Statement
    meaning: Meaning
    terms: frozenset[str]
    """Neighbouring characters, formulas apart."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A shared matter that a list declares, and the bodies that are concerned: the declarer and the parties."""

    id: str
    name: str
    bodies: frozenset[str]
    title: frozenset[str]
    """Neighbouring characters of its name, formulas apart."""
    terms: frozenset[str]
    """Those of its name and of what it gives its parties."""
    objects: frozenset[str]
    """What its name is about."""


@dataclass(frozen=True, slots=True)
class District:
    """All that is compared: bodies of one region, never with those of another one that do the same elsewhere."""

    clauses: tuple[Clause, ...]
    matters: tuple[Matter, ...]
    business: Mapping[str, frozenset[str]]
    """What each body is there for, by its names and by what its list says."""


def read_district(store: GraphStore, region: str, known: Taxonomy) -> District:
    """Read a district from the graph."""
    rows = store.read(cypher("overlap_statements"), {"region": region})
    declared = store.read(cypher("overlap_matters"), {"region": region})
    matters = tuple(_matter(row, known) for row in declared)
    statements = statements_of(rows)
    names = {row["body"]: (row["name"], *(row["aliases"] or ())) for row in rows}
    business = business_of(statements, names, known)
    return District(tuple(understood(statements, business, known)), matters, business)


def statements_of(rows: Iterable[Row]) -> list[Statement]:
    """Return the statements of rows that come duty by duty, each before its tasks."""
    statements: list[Statement] = []
    duties: dict[str, str] = {}
    for row in rows:
        text = duties.setdefault(row["duty"], row["text"])
        statements.append(
            Statement(Ref(row["label"], row["id"]), row["body"], row["duty"], row["text"], text)
        )
    return statements


def business_of(
    statements: Iterable[Statement], names: Mapping[str, Iterable[str]], known: Taxonomy
) -> Mapping[str, frozenset[str]]:
    """Return the business of each body, by its names and by what its list says."""
    said = [(one.body, clause) for one in statements for clause in cut(one.text).clauses]
    learned = learned_business(said, known)
    return {
        body: known.business_of(printed) | learned.get(body, frozenset()) for body, printed in names.items()
    }


def understood(
    statements: Iterable[Statement], business: Mapping[str, frozenset[str]], known: Taxonomy
) -> Iterable[Clause]:
    """Yield every clause that is more than a formula, in order."""
    for one in statements:
        place = place_of(one.duty_text, one.text, business[one.body], known)
        for text in cut(one.text).clauses:
            yield Clause(one, meaning(text, place, known), pairs(text))


def _matter(row: Row, known: Taxonomy) -> Matter:
    return Matter(
        row["id"],
        row["name"],
        frozenset((row["declarer"], *row["parties"])),
        pairs(row["name"]),
        pairs("\n".join((row["name"], *row["parts"]))),
        frozenset(known.concept_words.found(row["name"])),
    )
