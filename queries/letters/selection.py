"""What a letter asks a department: which findings, who asks, by when."""

from collections import Counter
from datetime import date

from pydantic import Field, field_validator

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import bodies
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.findings.models import ON_DEMAND, Status
from dutygraph.queries.findings.read.filters import FindingFilters
from dutygraph.queries.findings.read.findings import all_findings
from dutygraph.queries.findings.read.report_data import ReportData, report_data
from dutygraph.queries.findings.read.selection import ResolvedSelection
from dutygraph.queries.findings.review.user_input import none_for_empty

ASKED: tuple[Status, ...] = ("confirmed", "undecided")
"""Departments are asked about what is a problem, and about what is open after a look at it."""


class LetterFilters(FindingFilters):
    """Which findings a letter asks about, by default those confirmed or left undecided, and what it says of itself."""

    sender: str | None = Field(default=None, max_length=100, description="发函单位 / who asks")
    due: date | None = Field(default=None, description="反馈期限，如 2027-01-31 / the day to answer by")

    _blank = field_validator("sender", "due", mode="before")(none_for_empty)


def letter_data(store: GraphStore, department: str, filters: LetterFilters) -> ReportData:
    """Return what a letter to a department (name or id) tells.

    Raises what ``report_data`` raises, and ArgumentError when there is nothing to ask.
    """
    chosen = filters.model_copy(update={"department": department, "status": filters.status or list(ASKED)})
    data = report_data(store, chosen.selection, lists=False)
    if not data.findings.findings:
        raise ArgumentError(
            zh=f"{data.department}没有所选的问题线索。征求意见函默认只列核查为“属实”“待研究”的，"
            "其他的请用 status 选择，如“未核查”",
            en=f"{data.department} has none of the findings chosen; a letter asks about confirmed and undecided ones"
            " unless status says otherwise, as open",
        )
    return data


def recipients(store: GraphStore, filters: LetterFilters) -> dict[str, int]:
    """Return how many findings a letter asks about, by department (id) with a list, in the order of their names."""
    selection = filters.model_copy(update={"status": filters.status or list(ASKED)}).selection
    chosen = ResolvedSelection.of(store, selection)
    counts = Counter(
        id_
        for one in all_findings(store).found(chosen).listed()
        if one.class_ not in ON_DEMAND or one.verdict
        for id_ in one.department_ids
    )
    wanted, regions = (set(chosen.wanted[facet]) for facet in ("department", "region"))
    return {
        id_: counts[id_]
        for id_, body in bodies(store).items()
        if body.listed and id_ in (wanted or counts) and (not regions or body.region in regions)
    }
