"""Verdicts that should be looked at again."""

from fastapi import Request
from starlette.responses import Response

from api.dependencies import Store
from queries.verdict_report import verdict_report
from visualize.negotiation import pages
from visualize.rendering import render

router = pages()


@router.get("/verdicts/report")
def report(request: Request, store: Store) -> Response:
    """Show where what is computed now does not fit the verdicts."""
    return render(request, "verdict_report.html", contradictions=verdict_report(store).contradictions)
