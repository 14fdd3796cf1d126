"""The rules that findings come from, and how they are set."""

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.dependencies import Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import render
from dutygraph.queries.findings.rule_cards import rule_card, rule_cards

router = pages()


@router.get("/rules")
def rules(request: Request, store: Store) -> Response:
    """Show all rules."""
    return render(request, "rules.html", rules=rule_cards(store))


@router.get("/rules/{kind}")
def rule(request: Request, store: Store, kind: str) -> Response:
    """Show one rule."""
    return render(request, "rule.html", rule=rule_card(store, kind))
