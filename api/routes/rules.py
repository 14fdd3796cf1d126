"""The rules that findings come from; they are switched and set on the command line."""

from fastapi import APIRouter

from dutygraph.api.dependencies import Store
from dutygraph.queries.findings.rule_cards import RuleCard, rule_card, rule_cards

router = APIRouter(prefix="/rules", tags=["规则 / rules"])


@router.get("", summary="全部规则及其设置 / All rules and how they are set")
def rules(store: Store) -> list[RuleCard]:
    """All rules and how they are set."""
    return rule_cards(store)


@router.get("/{kind}", summary="一条规则 / One rule")
def rule(store: Store, kind: str) -> RuleCard:
    """One rule and how it is set."""
    return rule_card(store, kind)
