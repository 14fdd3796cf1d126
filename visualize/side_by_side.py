"""The texts of a finding side by side: a column for each body, and below what comes nearest where it says nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from dutygraph.queries.findings.models import BESIDE, WHO_DOES_WHAT, Finding, FindingNode
from dutygraph.visualize.marked_text import marked
from dutygraph.visualize.wording import quoting

_FRAMED = ("Duty", "Task", "Division")


@dataclass(frozen=True, slots=True)
class Beside:
    """What is shown with the texts that a finding is about, by its role, as ``nearest`` or ``task``."""

    role: str
    nodes: Sequence[FindingNode]


@dataclass(frozen=True, slots=True)
class Side:
    """A column: a body, its texts that the finding is about, and what stands beside them."""

    department: str
    department_id: str
    nodes: Sequence[FindingNode]
    beside: Sequence[Beside] = ()
    silent: FindingNode | None = None
    """The body, with the place of its list, where the finding is that this list says nothing."""


def sides(finding: Finding) -> list[Side]:
    """Return the columns, in the order of the finding's texts.

    One body alone has a column for each text that is compared, and one for what stands beside them.
    """
    bodies: dict[tuple[str, str], list[FindingNode]] = {}
    for node in finding.nodes:
        bodies.setdefault((node.department_id, node.department), []).append(node)
    if len(bodies) != 1:
        return [_side(nodes) for nodes in bodies.values()]
    (nodes,) = bodies.values()
    return list(_columns_of_one(_side(nodes), finding.class_ in WHO_DOES_WHAT))


def with_marks(node: FindingNode, class_: str) -> Markup:
    """Return the printed text of a node with what counts for a finding of this class marked."""
    if is_framed(node, class_):
        return marked(node.text, node.spans)
    return quoting(node.text, node.spans)


def is_framed(node: FindingNode, class_: str) -> bool:
    """Whether acts and objects count in the text of a node for a finding of this class."""
    return class_ in WHO_DOES_WHAT and node.kind in _FRAMED


def has_marks(finding: Finding) -> bool:
    """Whether acts and objects are marked in any text of a finding."""
    return any(is_framed(node, finding.class_) for node in finding.nodes)


def _side(nodes: Sequence[FindingNode]) -> Side:
    about = [node for node in nodes if node.role not in BESIDE and node.kind != "Department"]
    beside = sorted((node for node in nodes if node.role in BESIDE), key=lambda node: node.role)
    groups = [Beside(role, list(group)) for role, group in groupby(beside, key=lambda node: node.role)]
    body = next((node for node in nodes if node.kind == "Department"), None)
    return Side(
        department=nodes[0].department,
        department_id=nodes[0].department_id or nodes[0].department,
        nodes=about,
        beside=groups,
        silent=None if about else body,
    )


def _columns_of_one(side: Side, compared: bool) -> Iterator[Side]:
    texts = [[node] for node in side.nodes] if compared else [side.nodes]
    for nodes in texts:
        if nodes:
            yield Side(side.department, side.department_id, nodes)
    if side.beside:
        yield Side(side.department, side.department_id, (), side.beside)
