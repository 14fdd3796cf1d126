"""The rules that findings come from, and the form that sets one."""

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from dutygraph.api.dependencies import Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.api.requests.write_route import WriteRoute
from dutygraph.api.route_policy import CACHED, WRITE, PolicyRouter
from dutygraph.api.routes.decisions import RuleSettings, changed_rule
from dutygraph.api.security.access import Editor
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.findings.rules.cards import rule_card, rule_cards
from dutygraph.queries.findings.rules.settings import written_values
from dutygraph.queries.findings.update.versions import up_to_date

router = pages(CACHED)
forms = PolicyRouter(WRITE, WriteRoute, include_in_schema=False)
_ON = "on"
"""The box of the form; its other fields are thresholds."""


@router.get("/rules")
def all_rules(request: Request, store: Store) -> Response:
    """Show all rules and how they are set."""
    return render(request, "rules.html", rules=rule_cards(store))


@router.get("/rules/{kind}")
def rule(request: Request, store: Store, kind: str) -> Response:
    """Show one rule and how it is set."""
    return _shown(request, store, kind)


@forms.post("/rules/{kind}")
async def set_rule(request: Request, actor: Editor, kind: str) -> Response:
    """Set a rule as the form says, and show it; a form that is refused is shown again with the reason."""
    sent = {name: value for name, value in (await request.form()).items() if isinstance(value, str)}
    on = sent.pop(_ON, "") == "1"
    try:
        wanted = RuleSettings(on=on, values={**written_values(kind, sent)})
        await run_in_threadpool(changed_rule, request, actor, kind, wanted)
    except ArgumentError as error:
        return await run_in_threadpool(_shown, request, request.state.store, kind, error)
    return RedirectResponse(request.url.path, 303)


def _shown(request: Request, store: GraphStore, kind: str, refused: ArgumentError | None = None) -> Response:
    return render(
        request,
        "rule.html",
        refused=refused,
        rule=rule_card(store, kind),
        may_set=request.state.actor.may("editor"),
        stale=not up_to_date(store),
    )
