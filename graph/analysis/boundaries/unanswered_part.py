"""How far the list of a body covers the division that a shared matter assigns to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dutygraph.graph.analysis.boundaries.declared_matters import (
    DeclaredMatter,
    Division,
    ListedDuty,
    RegionTexts,
)
from dutygraph.graph.analysis.boundaries.matter_index import term_weights
from dutygraph.graph.analysis.boundaries.nearest_texts import nearest_texts, searched_texts
from dutygraph.graph.analysis.boundaries.other_answers import answers_otherwise, without_circumstance
from dutygraph.graph.analysis.language.other_words import things_in
from dutygraph.graph.analysis.language.wording import CONCEPT, Wording
from dutygraph.graph.model import Edge, Ref, Value

_BY_ACT = 0.3
"""Share of the score that depends on the acts: only 30 %, since lists name acts loosely (监管、监督检查、管理)."""

_SUPPLIES = re.compile(r"提供[^。；;，,]{0,30}(?:信息|数据|资料)|信息共享|数据共享")
_GIVES = re.compile(r"提供|共享|发布|公布")
_SUPPLIES_NOT = 0.3
"""Factor on a clause about supplying information when the duty supplies none; keeping a register is not supplying it."""

_FOR_SOMEBODY = re.compile(
    r"[^，。；]*?(?:为|对|向)[^，。；]{2,30}?(?:进行|开展|办理|实施|提供)(?P<done>[^，。；]+)"
)
_AND = re.compile(r"[、和及与]")
_WHOLE_NAME = 4
"""Least number of characters of the name of some work (就业援助)."""


@dataclass(frozen=True, slots=True)
class _OwnTexts:
    """What a list says that its body does: its statements whole, and the clauses in which it acts by itself."""

    statements: Sequence[Wording]
    clauses: Sequence[Wording]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a list covers a division, from 0 (not at all) to 1 (word for word)."""

    score: float
    objects: float
    """The share of the division's size that the duties mention, from 0 to 1; ``score`` also counts the acts."""


def division_coverage(region: RegionTexts) -> Iterator[Edge]:
    """Yield an ANSWERED_BY edge from each division to each of its bodies that has a list in the graph.

    ``near`` are the ids of what comes nearest in that list, ``nearest`` what is quoted of them (empty when nothing is near),
    ``searched`` how many texts of the list were looked through.
    ``part`` is the text of the division, of a merged cell that of the cell above.
    """
    weights = term_weights(region)
    for matter in region.matters:
        for division in matter.divisions:
            for body in sorted(division.body_ids & region.duties.keys()):
                coverage = _division_coverage(division, matter, body, _own(region, matter, body))
                near = nearest_texts(division, matter, body, region, weights)
                properties: dict[str, Value] = {
                    "score": coverage.score,
                    "objects": coverage.objects,
                    "nearest": list(dict.fromkeys(text.quoted for text in near)),
                    "searched": searched_texts(matter, body, region),
                    "near": [text.id for text in near],
                    "part": division.text,
                }
                yield Edge("ANSWERED_BY", Ref("Division", division.id), Ref("Department", body), properties)


def _division_coverage(division: Division, matter: DeclaredMatter, body: str, own: _OwnTexts) -> Coverage:
    """Return the coverage of a division; one of formulas only, or of the declarer, is about its matter."""
    coverage = _coverage_of(division.clauses or [matter.title], matter.title, own)
    if body != matter.declarer:
        return coverage
    return max(coverage, _coverage_of([matter.title], matter.title, own), key=lambda coverage: coverage.score)


def _coverage_of(asked: Sequence[Wording], title: Wording, own: _OwnTexts) -> Coverage:
    """Return how far a list covers the clauses ``asked`` of a matter with a title; there is at least one.

    Each clause is compared with the statement that covers most of it; the result is the mean weighted by size.
    """
    best = [_best(clause, title, own) for clause in asked]
    whole = sum(clause.size for clause in asked) or 1
    pairs = list(zip(asked, best, strict=True))
    return Coverage(
        sum(clause.size * coverage.score for clause, coverage in pairs) / whole,
        sum(clause.size * coverage.objects for clause, coverage in pairs) / whole,
    )


def _own(region: RegionTexts, matter: DeclaredMatter, body: str) -> _OwnTexts:
    """Return the duties and tasks of a body, and its divisions in the matters that it declares.

    For a division in a matter of its own only duties and tasks count, since the division would cover itself.
    """
    told: list[ListedDuty | Division] = list(region.duties[body])
    titles = []
    if body != matter.declarer:
        for declared in region.matters:
            if declared.declarer == body:
                titles.append(declared.title)
                told += [division for division in declared.divisions if body in division.body_ids]
    return _OwnTexts(
        [*titles, *(one.wording for one in told)], [clause for one in told for clause in one.acting_clauses]
    )


def _best(clause: Wording, title: Wording, own: _OwnTexts) -> Coverage:
    telling = [other for other in own.clauses if not _only_keeps(other.text, clause.text)]
    if _is_said_elsewhere(clause.text, own.statements) or answers_otherwise(clause, title, telling):
        return Coverage(1.0, 1.0)
    asked = dict.fromkeys((clause, without_circumstance(clause)))
    coverages = (
        _against(one, statement) for one in asked for statement in own.statements if _shared(one, statement)
    )
    return max(coverages, key=lambda coverage: coverage.score, default=Coverage(0.0, 0.0))


def _is_said_elsewhere(clause: str, own: Sequence[Wording]) -> bool:
    """Whether a clause lists what is done for somebody, and each of it stands in the list word for word.

    为戒毒人员办理失业登记和就业援助: the list has the two in two tasks, and without those for whom they are done here.
    """
    done = _FOR_SOMEBODY.match(clause)
    parts = _AND.split(done["done"]) if done else []
    return bool(parts) and all(
        len(part) >= _WHOLE_NAME and any(part in statement.text for statement in own) for part in parts
    )


def _against(clause: Wording, statement: Wording) -> Coverage:
    objects = min(1.0, _shared(clause, statement) / clause.size)
    return Coverage(objects * _act_factor(clause, statement), objects)


def _shared(clause: Wording, statement: Wording) -> int:
    """Return how much of a clause a statement is about too, in bigrams; also what it calls by another name (公租房)."""
    things = things_in(clause.text) & things_in(statement.text)
    return clause.shared(statement) + CONCEPT * len(things)


def _act_factor(clause: Wording, statement: Wording) -> float:
    if _only_keeps(statement.text, clause.text):
        return _SUPPLIES_NOT
    if not clause.acts:
        return 1.0
    return 1 - _BY_ACT + _BY_ACT * len(clause.acts & statement.acts) / len(clause.acts)


def _only_keeps(statement: str, clause: str) -> bool:
    """Whether a clause is about supplying information, and a statement supplies none."""
    return bool(_SUPPLIES.search(clause)) and not _GIVES.search(statement)
