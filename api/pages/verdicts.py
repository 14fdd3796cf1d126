"""Verdicts that should be looked at again."""

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.queries.verdicts.report import verdict_report

router = pages()


@router.get("/verdicts/report")
def report(request: Request, store: Store) -> Response:
    """Show where what is computed now does not fit the verdicts."""
    return render(request, "verdict_report.html", contradictions=verdict_report(store).contradictions)
