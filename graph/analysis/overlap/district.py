"""The duties and tasks of a district, cut into clauses with their meaning."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dutygraph.graph.analysis.language.clauses import cut
from dutygraph.graph.analysis.language.meaning import Meaning, context_of, learned_business, meaning
from dutygraph.graph.analysis.language.taxonomy import Taxonomy
from dutygraph.graph.analysis.language.wording import bigrams
from dutygraph.graph.model import Ref
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row


@dataclass(frozen=True, slots=True)
class ListedStatement:
    """A duty or a task with the ids of its body and of its duty (of a duty, its own)."""

    ref: Ref
    body: str
    duty: str
    text: str
    duty_text: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a statement with its meaning."""

    statement: ListedStatement
    meaning: Meaning
    bigrams: frozenset[str]
    """Bigrams of its text without formulas."""


@dataclass(frozen=True, slots=True)
class MatterProfile:
    """A shared matter that a list declares; ``bodies`` are the ids of the declarer and the parties."""

    id: str
    name: str
    bodies: frozenset[str]
    title_bigrams: frozenset[str]
    """Bigrams of its name without formulas."""
    bigrams: frozenset[str]
    """Bigrams of its name and of its divisions."""
    objects: frozenset[str]
    """Concepts that its name mentions."""


@dataclass(frozen=True, slots=True)
class District:
    """The clauses and shared matters of one region; bodies of different regions are not compared."""

    clauses: tuple[Clause, ...]
    matters: tuple[MatterProfile, ...]
    business: Mapping[str, frozenset[str]]
    """The concepts that are the business of each body (id), by its names and by its list."""


def read_district(store: GraphStore, region: str, taxonomy: Taxonomy) -> District:
    """Read a district from the graph; ``region`` is its code."""
    rows = store.read(cypher("overlap_statements"), {"region": region})
    declared = store.read(cypher("overlap_matters"), {"region": region})
    matters = tuple(_matter(row, taxonomy) for row in declared)
    statements = statements_of(rows)
    names = {row["body"]: (row["name"], *(row["aliases"] or ())) for row in rows}
    business = business_of(statements, names, taxonomy)
    return District(tuple(understood(statements, business, taxonomy)), matters, business)


def statements_of(rows: Iterable[Row]) -> list[ListedStatement]:
    """Return the statements of rows, which are ordered by duty, each duty before its tasks."""
    statements: list[ListedStatement] = []
    duties: dict[str, str] = {}
    for row in rows:
        text = duties.setdefault(row["duty"], row["text"])
        statements.append(
            ListedStatement(Ref(row["label"], row["id"]), row["body"], row["duty"], row["text"], text)
        )
    return statements


def business_of(
    statements: Iterable[ListedStatement], names: Mapping[str, Iterable[str]], taxonomy: Taxonomy
) -> Mapping[str, frozenset[str]]:
    """Return the concepts that are the business of each body (id), by its names and by its list."""
    clauses = [(statement.body, clause) for statement in statements for clause in cut(statement.text).clauses]
    learned = learned_business(clauses, taxonomy)
    return {
        body: taxonomy.business_of(printed) | learned.get(body, frozenset())
        for body, printed in names.items()
    }


def understood(
    statements: Iterable[ListedStatement], business: Mapping[str, frozenset[str]], taxonomy: Taxonomy
) -> Iterable[Clause]:
    """Yield the clauses of statements in order, without formulas."""
    for statement in statements:
        context = context_of(statement.duty_text, statement.text, business[statement.body], taxonomy)
        for text in cut(statement.text).clauses:
            yield Clause(statement, meaning(text, context, taxonomy), bigrams(text))


def _matter(row: Row, taxonomy: Taxonomy) -> MatterProfile:
    return MatterProfile(
        row["id"],
        row["name"],
        frozenset((row["declarer"], *row["parties"])),
        bigrams(row["name"]),
        bigrams("\n".join((row["name"], *row["parts"]))),
        frozenset(taxonomy.concept_words.mentions(row["name"])),
    )
