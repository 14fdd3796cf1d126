"""The answer to a question: who answers for it, by which offices, and every entry that has all its words."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel, Field

from dutygraph.bilingual import Bilingual
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.lookup import department_id, region_code
from dutygraph.queries.catalogue.named_queries import Answer, find_query
from dutygraph.queries.catalogue.nodes import term
from dutygraph.queries.errors import ArgumentError, suggestion
from dutygraph.queries.search.contents import current_index
from dutygraph.queries.search.entry import IndexEntry
from dutygraph.queries.search.index import Matches, SearchIndex, Where
from dutygraph.queries.search.models import Answering, Hit, SearchAnswer, SearchFacet
from dutygraph.queries.search.question import Question, taken_apart, understood
from dutygraph.queries.versions import data_version

_ANSWERING: Mapping[str, float] = {
    "Department": 3.0, "Office": 2.0, "PublicService": 1.3, "Duty": 1.2, "Task": 1.2, "SharedMatter": 1.0, "Division": 1.0,
    "SupervisionRegime": 0.9, "Article": 0.5,
}  # fmt: skip
"""How far an entry that matches says that its actor answers; kinds that say nothing of it are left out. Chosen by asking
the questions of ``tests/queries/search.yaml``."""
_MENTIONING = ("SupervisionRegime", "Article")
"""Kinds whose texts are long and mention much in passing: they say who answers for what their title or targets name."""
_CONSIDERED = 200
"""Entries, the best first, from which it is told who answers."""
_COUNTED = 3
"""Of one body so many entries count, so that a long list does not answer for everything."""
_NAMED = 3
_CLOSE = 0.5
"""Where nothing has all the words, entries are shown that reach this share of the best one's score."""


class SearchFilters(BaseModel):
    """What narrows an answer; what is None does not."""

    kind: str | None = Field(default=None, description="只要此类，如 Duty（见 /schema） / only this label")
    department: str | None = Field(
        default=None, description="部门名称、别称或编号 / name, other name or id of a department"
    )
    region: str | None = Field(default=None, description="行政区划名称或代码 / name or code of a region")

    def where(self, store: GraphStore) -> Where:
        """Return it as the index asks. Raises ArgumentError, UnknownDepartmentError, UnknownRegionError."""
        return Where(
            _label(self.kind) if self.kind else None,
            department_id(store, self.department) if self.department else None,
            region_code(store, self.region) if self.region else None,
        )


EVERYWHERE = SearchFilters()


def _label(kind: str) -> str:
    labels = ontology().nodes
    if kind not in labels:
        hint = suggestion(kind, labels, "dutygraph schema")
        raise ArgumentError(zh=f"没有“{kind}”这一类，{hint.zh}", en=f"there is no kind {kind!r}; {hint.en}")
    return kind


def search(
    store: GraphStore, text: str, narrowed: SearchFilters = EVERYWHERE, *, offset: int = 0, limit: int = 50
) -> SearchAnswer:
    """Answer a question, with ``limit`` entries after the first ``offset``.

    Raises ArgumentError for a kind that is none and for a question that is too long, UnknownDepartmentError,
    UnknownRegionError and SearchIndexError. The index is brought up to date first, which takes its time when lists have
    changed.
    """
    index = current_index(store)
    found, question, close = _find(
        index, understood(text), narrowed.where(store), max(_CONSIDERED, offset + limit)
    )
    return SearchAnswer(
        question=text,
        terms=[list(term.words) for term in question.terms],
        close=close,
        answering=[] if close else _answering(question, found.best[:_CONSIDERED]),
        total=found.total,
        cut=found.cut,
        offset=offset,
        more=offset + limit < found.total,
        kinds=_kinds(found.kinds),
        departments=[
            SearchFacet(value=id_, name=Bilingual(name, name), count=count)
            for (id_, name), count in found.departments.items()
        ],
        rows=[_hit(entry) for entry, _ in found.best[offset : offset + limit]],
        data_version=data_version(store),
    )


def as_table(answer: SearchAnswer) -> Answer:
    """Return the rows of an answer in the columns of the query ``search``."""
    columns = find_query("search").columns
    rows = [row.model_dump(include=set(columns)) for row in answer.rows]
    return Answer(
        query="search",
        arguments={"text": answer.question},
        columns=columns,
        rows=rows,
        data_version=answer.data_version,
    )


def _find(index: SearchIndex, question: Question, where: Where, most: int) -> tuple[Matches, Question, bool]:
    """Return what has all words of a question, as asked or taken apart, and that question.

    It is taken apart as well where it asks who answers, and what has it as asked names nobody. Where nothing has all words,
    True stands beside what has some of their pieces.
    """
    apart = taken_apart(question)
    in_passing: tuple[Matches, Question, bool] | None = None
    for asked in (question, apart):
        if asked.terms and (found := index.find(asked.expression, where, most=most)).total:
            if not asked.asks_who or _answering(asked, found.best[:_CONSIDERED]):
                return found, asked, False
            in_passing = in_passing or (found, asked, False)
    if in_passing:
        return in_passing
    near = index.find(apart.pieces, where, most=_CONSIDERED).best if apart.pieces else []
    best = [(entry, score) for entry, score in near if score >= _CLOSE * near[0][1]]
    return Matches(len(best), False, {}, {}, best), apart, True


def _answering(question: Question, found: Sequence[tuple[IndexEntry, float]]) -> list[Answering]:
    """Return the bodies that answer, the one with the most to say for it first."""
    by_actor: dict[str, list[tuple[float, IndexEntry]]] = defaultdict(list)
    for entry, score in found:
        if entry.actor_id and _says_who(entry, question):
            by_actor[entry.actor_id].append((score * _ANSWERING[entry.kind], entry))
    best = [sorted(entries, key=lambda one: -one[0]) for entries in by_actor.values()]
    best.sort(key=_standing)
    return [_answering_body([entry for _, entry in entries]) for entries in best[:_NAMED]]


def _says_who(entry: IndexEntry, question: Question) -> bool:
    if entry.kind in _MENTIONING:
        return question.stands_in(f"{entry.title}\n{entry.beside}")
    return entry.kind in _ANSWERING


def _standing(entries: Sequence[tuple[float, IndexEntry]]) -> tuple[bool, float]:
    """Who has it as a duty of its own, or leads, stands before who has a part in what another leads."""
    return all(entry.assists for _, entry in entries), -sum(score for score, _ in entries[:_COUNTED])


def _answering_body(entries: Sequence[IndexEntry]) -> Answering:
    """The body with the offices and telephones of what says so best; of the rest where that names none."""
    own = [entry for entry in entries if entry.actor_id in ("", entry.department_id)]
    best = [entry for entry in entries[:_COUNTED] if entry in own]
    return Answering(
        department=entries[0].actor,
        department_id=entries[0].actor_id,
        offices=_offices(best) or _offices(own)[:1],
        phones=_phones(best) or _phones(own)[:1],
        because=_hit(entries[0]),
    )


def _offices(entries: Iterable[IndexEntry]) -> list[str]:
    return _distinct(office for entry in entries for office in entry.offices.split("\n"))[:_NAMED]


def _phones(entries: Iterable[IndexEntry]) -> list[str]:
    return _distinct(entry.phone for entry in entries)[:_NAMED]


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


def _kinds(counts: Mapping[str, int]) -> list[SearchFacet]:
    terms = {name: term(name) for name in counts}
    facets = [
        SearchFacet(value=name, name=Bilingual(terms[name].zh, terms[name].en), count=count)
        for name, count in counts.items()
    ]
    return sorted(facets, key=lambda facet: (-facet.count, facet.value))


def _hit(entry: IndexEntry) -> Hit:
    return Hit(
        kind=term(entry.kind).model_dump(),
        id=entry.id,
        title=entry.title or None,
        text=entry.text or entry.beside.replace("\n", "；"),
        department=entry.department or None,
        department_id=entry.department_id or None,
        actor=entry.actor or None,
        actor_id=entry.actor_id or None,
        offices=_distinct(entry.offices.split("\n")),
        phone=entry.phone or None,
        source=entry.source or None,
        locator=json.loads(entry.locator) if entry.locator else None,
    )
