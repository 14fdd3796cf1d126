"""Rules as programs and pages show them: what they look for, and how this graph has them set."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, Field

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.models import Class, Option, Severity
from dutygraph.queries.findings.rules.headers import find_rule
from dutygraph.queries.findings.rules.settings import ConfiguredRule, configured_rules
from dutygraph.queries.findings.rules.thresholds import Number, Threshold


class SetThreshold(Threshold):
    """A threshold with the value that it has in this graph."""

    value: Number


class RuleCard(BaseModel):
    """A rule: what it says, whether it runs, and its thresholds by name."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    kind: str = Field(description="the rule's name")
    finding_kind: str = Field(description="the kind that its findings carry")
    title: Bilingual
    description: Bilingual | None
    class_: Class = Field(alias="class")
    severity: Severity
    on: bool
    settings: Mapping[str, SetThreshold]
    options: tuple[Option, ...]
    comment: str


def rule_cards(store: GraphStore) -> list[RuleCard]:
    """Return all rules in the order of their names."""
    return [_card(one) for one in configured_rules(store).values()]


def rule_card(store: GraphStore, name: str) -> RuleCard:
    """Return one rule; raises UnknownQueryError that names the nearest ones."""
    return _card(configured_rules(store)[find_rule(name).name])


def _card(one: ConfiguredRule) -> RuleCard:
    rule = one.rule
    return RuleCard.model_validate(
        {
            "kind": rule.name,
            "finding_kind": rule.kind,
            "title": rule.title,
            "description": rule.description,
            "class": rule.class_,
            "severity": rule.severity,
            "on": one.on,
            "settings": {
                name: SetThreshold(**dict(threshold), value=one.values[name])
                for name, threshold in rule.settings.items()
            },
            "options": rule.options,
            "comment": rule.comment,
        }
    )
