"""The first page: what was read, what was detected, and the way to everything else."""

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.graph.health import count_kinds
from dutygraph.queries.catalogue.named_queries import run_query
from dutygraph.queries.findings.read import list_findings
from dutygraph.queries.findings.versions import up_to_date
from dutygraph.visualize.finding_groups import by_class, by_department
from dutygraph.visualize.wording import reading_order

router = pages()


@router.get("/")
def start(request: Request, store: Store, settings: Settings) -> Response:
    """Show the whole graph in figures."""
    entries = list_findings(store)
    limit = {"limit": settings.max_rows}
    documents = run_query(store, "documents", {}).rows
    return render(
        request,
        "start.html",
        counts=count_kinds(store),
        departments=run_query(store, "departments", limit).rows,
        documents=sorted(documents, key=lambda row: (row["source"], reading_order(row["locator"]))),
        groups=by_class(entries),
        finding_counts=by_department(entries),
        total=len(entries),
        stale=not up_to_date(store),
    )
