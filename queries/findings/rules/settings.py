"""Which rules run, with which thresholds: what users set is kept in the graph, so that every program sees the same."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dutygraph.graph.identity import digest
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.findings.models import Finding, Topic
from dutygraph.queries.findings.rules.headers import FindingRule, find_rule, rules, words
from dutygraph.queries.findings.rules.thresholds import Number, Threshold


@dataclass(frozen=True, slots=True)
class ConfiguredRule:
    """A rule as this graph uses it: whether it runs, and a value for every threshold."""

    rule: FindingRule
    on: bool
    values: Mapping[str, Number]


def configured_rules(store: GraphStore) -> dict[str, ConfiguredRule]:
    """Return all rules by name, as this graph uses them. A setting whose threshold is gone is passed over."""
    stored = {row["rule"]: row for row in store.read(cypher("rule_settings"))}
    return {name: _configured(rule, stored.get(name)) for name, rule in rules().items()}


def set_rule(
    store: GraphStore, name: str, *, on: bool | None = None, values: Mapping[str, Number | None] | None = None
) -> ConfiguredRule:
    """Switch a rule on or off and give its thresholds other values (None: their defaults); return it as it is now.

    The findings in the graph do not change by this; ``recompute`` brings them up to date. Raises UnknownQueryError for an
    unknown rule, ArgumentError for an unknown threshold or a value that it cannot have; nothing is then set.
    """
    rule = find_rule(name)
    changed = {setting: _value(rule, setting, number) for setting, number in (values or {}).items()}
    with store.locked():
        now = configured_rules(store)[name]
        on = now.on if on is None else on
        chosen = {**now.values, **changed}
        own = {setting: value for setting, value in chosen.items() if value != rule.settings[setting].default}
        row = {"rule": name, "enabled": on, "values": json.dumps(own, sort_keys=True)}
        store.write(lambda tx: tx.run(cypher("keep_rule_settings"), row))
    return ConfiguredRule(rule, on, chosen)


def written_values(name: str, texts: Mapping[str, str]) -> dict[str, Number]:
    """Return the values that texts, as users write them, give to thresholds of a rule.

    Raises UnknownQueryError and ArgumentError, as ``set_rule`` does.
    """
    rule = find_rule(name)
    return {setting: _threshold(rule, setting).read(setting, text) for setting, text in texts.items()}


def rules_version(configured: Mapping[str, ConfiguredRule]) -> str:
    """Return a hash of all that the rules say, the words they share, how they are set, and what a finding consists of."""
    words_of_rules = (
        f"{one.rule.model_dump_json(exclude={'comment', 'description'})} {one.on} {dict(one.values)}"
        for one in configured.values()
    )
    return digest(*words_of_rules, str(words()), _form())


@cache
def _form() -> str:
    """Return what findings and topics consist of: those that an older version has stored are out of date."""
    return json.dumps([Finding.model_json_schema(), Topic.model_json_schema()], sort_keys=True)


def _configured(rule: FindingRule, stored: Mapping[str, str | bool] | None) -> ConfiguredRule:
    values: dict[str, Number] = json.loads(str(stored["values"])) if stored else {}
    return ConfiguredRule(
        rule=rule,
        on=stored is None or bool(stored["enabled"]),
        values={name: values.get(name, threshold.default) for name, threshold in rule.settings.items()},
    )


def _value(rule: FindingRule, name: str, number: Number | None) -> Number:
    threshold = _threshold(rule, name)
    return threshold.default if number is None else threshold.checked(name, number)


def _threshold(rule: FindingRule, name: str) -> Threshold:
    if name not in rule.settings:
        raise ArgumentError(
            zh=f"规则 {rule.name} 没有设置 {name}，可用的有：{'、'.join(rule.settings) or '（无）'}",
            en=f"the rule {rule.name} has no setting {name}; known: {', '.join(rule.settings) or 'none'}",
        )
    return rule.settings[name]
