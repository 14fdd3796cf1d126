"""From the name a user writes to a department (exact name, alias, or part of either) or region of the graph."""

from dataclasses import dataclass
from typing import Literal

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import AmbiguousNameError, Namesake, UnknownDepartmentError, UnknownRegionError

How = Literal["id", "name", "alias", "part"]
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """A department that a text may mean, and how the text fits it."""

    id: str
    name: str
    listed: bool
    how: How


def find_department(store: GraphStore, text: str) -> list[NameCandidate]:
    """Return the departments that a text may mean, best first.

    The order: its id, its name, an alias as printed, then a part of name or alias; among equals those with a
    list of their own, then by name.
    """
    rows = store.read(cypher("find_department"), {"text": text.strip()})
    return [NameCandidate(**row) for row in rows]


def department_named(store: GraphStore, text: str) -> NameCandidate:
    """Return the one department that a text means.

    The best candidate counts when no other one fits as well. Raises UnknownDepartmentError; AmbiguousNameError
    that names the candidates.
    """
    candidates = find_department(store, text)
    best = [c for c in candidates if (c.how, c.listed) == (candidates[0].how, candidates[0].listed)]
    if len(best) == 1:
        return best[0]
    if not best:
        raise UnknownDepartmentError(
            zh=f"图中没有名称含“{text}”的部门，可用查询 departments 查看所有部门",
            en=f"no department's name contains {text!r}; the query departments lists them all",
        )
    choices = [Namesake(c.id, c.name, "Department") for c in best[:_SHOWN]]
    raise AmbiguousNameError(text, choices, len(best), zh="个部门", en="departments")


def department_id(store: GraphStore, text: str) -> str:
    """Return the id of the one department that a text means; raises UnknownDepartmentError."""
    return department_named(store, text).id


def region_code(store: GraphStore, text: str) -> str:
    """Return the code of the one region with bodies in the graph that a code, a name or part of a name means.

    Raises UnknownRegionError that names the candidates.
    """
    rows = store.read(cypher("find_region"), {"text": text.strip()})
    rows = [row for row in rows if row["exact"]] or rows
    if len(rows) == 1:
        return str(rows[0]["code"])
    names = [f"{row['name']}（{row['code']}）" for row in rows[:_SHOWN]]
    if not names:
        raise UnknownRegionError(
            zh=f"图中没有哪个部门属于“{text}”，可用查询 departments 查看各部门的行政区划",
            en=f"no department lies in a region {text!r}; the query departments names their regions",
        )
    raise UnknownRegionError(
        zh=f"“{text}”可以指 {len(rows)} 个行政区划，请写全称或代码：{'、'.join(names)}",
        en=f"{text!r} may mean {len(rows)} regions; give the full name or the code: {', '.join(names)}",
    )
