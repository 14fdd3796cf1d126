"""Several questions at once: all of one department, duty or matter, what a law bears on, a statement in its place."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from pydantic import BaseModel, Field

from dutygraph.graph.analysis.neighbourhood import generic_targets
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.lookup import department_id
from dutygraph.queries.catalogue.named_queries import Answer, run_query, whole_answer
from dutygraph.queries.catalogue.nodes import NodeBrief, described, find_node
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import UnknownStatementError

Rows = list[dict[str, Any]]
RowRange = Mapping[str, Scalar]
"""``limit`` and ``offset`` of a page."""


class DepartmentCard(BaseModel):
    """All of one department; each part holds the rows of the named query that its description names."""

    id: str
    name: str
    lists: Rows = Field(description="department")
    duties: Rows = Field(description="duties")
    offices: Rows = Field(description="offices")
    matters: Rows = Field(description="department_parties")
    regimes: Rows = Field(description="regimes")
    services: Rows = Field(description="services")
    rules: Rows = Field(description="rules")
    network: Rows = Field(description="hubs")
    data_version: str


class StatementContext(BaseModel):
    """A statement as printed, and what stands around it in its list: rows of the named query ``context``."""

    statement: dict[str, Any]
    around: Rows
    data_version: str


class DutyCard(BaseModel):
    """A duty with its tasks (rows of the named query ``duty``) and legal bases (``bases``)."""

    duty: NodeBrief
    tasks: Rows
    bases: Rows
    data_version: str


class MatterParty(BaseModel):
    """What each list says of the part of one body: rows of the named query ``matter_divisions`` side by side."""

    party: str
    says: Rows


class MatterCard(BaseModel):
    """A shared matter: its parties, each with its part as this list and the others that declare the matter put it."""

    matter: NodeBrief
    parties: list[MatterParty]
    data_version: str


class DepartmentShare(BaseModel):
    """How much of what rests on a law belongs to a department."""

    department: str
    id: str
    count: int


class LawImpact(Answer):
    """What rests on a law, page by page, and how much of it in all, department by department."""

    law: NodeBrief
    departments: list[DepartmentShare]


class OfficeWork(Answer):
    """What an office handles, page by page, and how much of it in all, department by department."""

    office: NodeBrief
    departments: list[DepartmentShare]


class TargetRegimes(Answer):
    """Who inspects a target, page by page, and by how many regimes in all, department by department."""

    target: NodeBrief
    generic: bool = Field(description="笼统，指不出是谁 / names anybody at all")
    departments: list[DepartmentShare]


def department_card(store: GraphStore, text: str) -> DepartmentCard:
    """Return all of the department that a text means; raises UnknownDepartmentError and AmbiguousNameError."""
    id_ = department_id(store, text)

    def ask(query: str) -> Rows:
        return whole_answer(store, query, {"department": id_}).rows

    head = run_query(store, "department", {"department": id_})
    return DepartmentCard(
        id=id_,
        name=head.rows[0]["department"],
        lists=head.rows,
        duties=ask("duties"),
        offices=ask("offices"),
        matters=ask("department_parties"),
        regimes=ask("regimes"),
        services=ask("services"),
        rules=ask("rules"),
        network=run_query(store, "hubs", {"department": id_}).rows,
        data_version=head.data_version,
    )


def statement_context(store: GraphStore, id_: str) -> StatementContext:
    """Return a statement with what stands around it; raises UnknownStatementError."""
    answer = run_query(store, "context", {"id": id_})
    here = [row for row in answer.rows if row["here"]]
    if not here:
        raise UnknownStatementError(
            zh=f"图中没有编号为“{id_}”的内容，清单可能已重新读取",
            en=f"there is no statement {id_!r} in the graph",
        )
    return StatementContext(statement=here[0], around=answer.rows, data_version=answer.data_version)


def statement_links(store: GraphStore, id_: str) -> Mapping[str, list[Row]]:
    """Return what a statement is tied to that has a page of its own (label, id, name), by the type of the edge."""
    rows = store.read(cypher("statement_links"), {"id": id_})
    return {edge: list(group) for edge, group in groupby(rows, key=lambda row: str(row["edge"]))}


def duty_card(store: GraphStore, text: str) -> DutyCard:
    """Return all of one duty, by its id; raises UnknownNodeError."""
    duty = _brief(store, text, "Duty")
    tasks = run_query(store, "duty", {"id": duty.id})
    bases = run_query(store, "bases", {"id": duty.id})
    rows = [row for row in tasks.rows if row["task_id"]]
    return DutyCard(duty=duty, tasks=rows, bases=bases.rows, data_version=tasks.data_version)


def matter_card(store: GraphStore, text: str) -> MatterCard:
    """Return a matter, by id or name, with what lists say side by side; raises UnknownNodeError, AmbiguousNameError."""
    matter = _brief(store, text, "SharedMatter")
    answer = run_query(store, "matter_divisions", {"id": matter.id})
    rows = sorted(answer.rows, key=_party)  # stable: the matter's own list stays before the others
    parties = [MatterParty(party=party, says=list(says)) for party, says in groupby(rows, _party)]
    return MatterCard(matter=matter, parties=parties, data_version=answer.data_version)


def law_impact(store: GraphStore, text: str, window: RowRange, most: int) -> LawImpact:
    """Return what rests on a law, by id, title or number; raises UnknownNodeError and AmbiguousNameError."""
    law = _brief(store, text, "LegalBasis")
    answer = run_query(store, "law_impact", {"id": law.id, **window}, most=most)
    return LawImpact(**dict(answer), law=law, departments=_shares(store, "law_departments", law))


def office_work(store: GraphStore, text: str, window: RowRange, most: int) -> OfficeWork:
    """Return what an office handles, by id or name; raises UnknownNodeError and AmbiguousNameError."""
    office = _brief(store, text, "Office")
    answer = run_query(store, "office_work", {"id": office.id, **window}, most=most)
    return OfficeWork(**dict(answer), office=office, departments=_shares(store, "office_departments", office))


def target_regimes(store: GraphStore, text: str, window: RowRange, most: int) -> TargetRegimes:
    """Return who inspects a target, by id or name; raises UnknownNodeError and AmbiguousNameError."""
    target = _brief(store, text, "SupervisionTarget")
    answer = run_query(store, "target_regimes", {"id": target.id, **window}, most=most)
    return TargetRegimes(
        **dict(answer),
        target=target,
        generic=target.name in generic_targets(),
        departments=_shares(store, "target_departments", target),
    )


def _shares(store: GraphStore, file: str, node: NodeBrief) -> list[DepartmentShare]:
    return [DepartmentShare(**row) for row in store.read(cypher(file), {"id": node.id})]


def _party(row: dict[str, Any]) -> str:
    return "、".join(row["departments"]) or str(row["party"])


def _brief(store: GraphStore, text: str, kind: str) -> NodeBrief:
    id_ = find_node(store, text, [kind]).id
    return described(store, [id_])[id_]
