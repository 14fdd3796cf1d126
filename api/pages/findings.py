"""The findings, one of them with its evidence, the rules they come from, and verdicts to be looked at again."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query, Request
from pydantic import Field
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.findings.filters import FindingFilters
from dutygraph.queries.findings.ranking import SEVERITIES
from dutygraph.queries.findings.read import STATUSES, Entry, finding_card, list_findings, read_findings
from dutygraph.queries.findings.rule_cards import rule_card, rule_cards
from dutygraph.queries.findings.rules import rules, select_kinds
from dutygraph.queries.verdicts.report import verdict_report
from dutygraph.visualize.finding_groups import by_class
from dutygraph.visualize.waterfall import waterfall

router = pages()


class FindingsPageRequest(FindingFilters):
    """The findings that a reader chooses, page by page."""

    page: int = Field(default=1, ge=1)
    interplay: bool = Field(
        default=False, description="是否列出常规交叉 / whether ordinary interplay is listed too"
    )

    @property
    def choice(self) -> Mapping[str, Any]:
        """What the form shows as chosen, without what is not."""
        return self.model_dump(exclude={"page"}, exclude_none=True, exclude_defaults=True)

    def address(self, **more: object) -> str:
        """Return the query of the address of the same choice with more parameters."""
        return "?" + urlencode({**self.choice, **more}, doseq=True)


@router.get("/findings")
def findings(
    request: Request, store: Store, settings: Settings, asked: Annotated[FindingsPageRequest, Query()]
) -> Response:
    """Show the findings of a choice, page by page."""
    of_all_kinds = list_findings(store, asked.of_all_kinds)
    every = _of_kinds(of_all_kinds, asked.kind or ())
    entries = [entry for entry in every if asked.interplay or entry.class_ != "interplay"]
    size = settings.page_size
    page = read_findings(store, entries[(asked.page - 1) * size : asked.page * size])
    return render(
        request,
        "findings.html",
        groups=by_class(of_all_kinds),
        departments=run_query(store, "departments", {}).rows,
        severities=SEVERITIES,
        statuses=STATUSES,
        chosen=asked,
        findings=page.findings,
        stale=page.stale,
        total=len(entries),
        hidden=len(every) - len(entries),
        with_interplay=asked.address(interplay=1),
        page=asked.page,
        pages=max(1, -(-len(entries) // size)),
        previous_page=asked.address(page=asked.page - 1),
        next_page=asked.address(page=asked.page + 1),
        as_csv=f"/findings{asked.address(format='csv')}",
    )


def _of_kinds(entries: Sequence[Entry], kinds: Sequence[str]) -> Sequence[Entry]:
    """Return the entries of these kinds, or all. Raises UnknownQueryError for a kind that no finding can have.

    The form offers the kinds that the graph has, also one whose rule this installation lacks.
    """
    stored = {entry.kind for entry in entries}
    select_kinds(kind for kind in kinds if kind not in stored)
    return [entry for entry in entries if entry.kind in kinds] if kinds else entries


@router.get("/findings/{finding}")
def finding(request: Request, store: Store, finding: str) -> Response:
    """Show a finding with all of its evidence and what people have said about it."""
    card = finding_card(store, finding)
    (item,) = card.findings
    return render(
        request, "finding.html", item=item, steps=waterfall(item), card=card, rule=rules().get(item.kind)
    )


@router.get("/verdicts/report")
def report(request: Request, store: Store) -> Response:
    """Show where what is computed now does not fit the verdicts."""
    return render(request, "verdict_report.html", contradictions=verdict_report(store).contradictions)


@router.get("/rules")
def all_rules(request: Request, store: Store) -> Response:
    """Show all rules and how they are set."""
    return render(request, "rules.html", rules=rule_cards(store))


@router.get("/rules/{kind}")
def rule(request: Request, store: Store, kind: str) -> Response:
    """Show one rule and how it is set."""
    return render(request, "rule.html", rule=rule_card(store, kind))
