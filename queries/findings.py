"""From the rows of the rules to findings, in rank order and with their evidence."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from graph.identity import digest
from graph.store import GraphStore
from graph.values import Row
from queries.finding import Finding, Findings, Part, Verdict
from queries.headed import Bilingual
from queries.names import department_named
from queries.rules import Rule, rules_version, select_rules, words
from queries.statements import statement
from queries.versions import data_version

SEVERITIES = ("high", "medium", "low")
_QUOTED = 40
"""A sentence quotes so many characters of a text; the evidence has it whole."""


def find(
    store: GraphStore, *, kinds: Collection[str] | None = None, department: str | None = None
) -> Findings:
    """Run the rules and return what they find, the finding to look at first first.

    Only ``kinds``, and only findings about ``department`` (a name, alias or id), when given: they cut the list and
    leave its order. Raises UnknownQueryError for an unknown kind, UnknownDepartmentError for an unknown name.
    """
    name = department_named(store, department).name if department else None
    found = [
        (rule, row)
        for rule in select_rules(kinds)
        for row in store.read(rule.cypher, words())
        if name is None or name in row["departments"]
    ]
    found.sort(key=_rank)
    evidence = _evidence(store, (node["id"] for _, row in found for node in row["nodes"]))
    verdicts = _verdicts(store)
    return Findings(
        data_version=data_version(store),
        rules_version=rules_version(),
        findings=[_finding(rule, row, evidence, verdicts) for rule, row in found],
    )


def _rank(found: tuple[Rule, Row]) -> tuple[int, float, str, float]:
    """Sorting is stable: among equals the order of the rule's rows stays."""
    rule, row = found
    return SEVERITIES.index(rule.severity), -rule.weight, rule.name, -_score(row)


def _score(row: Row) -> float:
    return round(float(row.get("score", 1.0)), 4)


def _finding(rule: Rule, row: Row, evidence: Mapping[str, Row], verdicts: Mapping[str, Verdict]) -> Finding:
    id_ = _id(rule.name, row)
    values = {name: _quoted(row[name]) for name in rule.columns}
    return Finding.model_validate(
        {
            "id": id_,
            "kind": rule.name,
            "class": rule.class_,
            "severity": rule.severity,
            "score": _score(row),
            "parts": [_part(name, value, rule, values) for name, value in row.get("parts", {}).items()],
            "departments": row["departments"],
            "nodes": [{"role": node["role"], **evidence[node["id"]]} for node in row["nodes"]],
            "pairs": row.get("pairs", []),
            "declared": None,
            "sentence": _filled(rule.sentence, values),
            "options": rule.options,
            "verdict": verdicts.get(id_),
        }
    )


def _id(kind: str, row: Row) -> str:
    return f"finding-{digest(kind, *(node['id'] for node in row['nodes']), row.get('key', ''))}"


def _part(name: str, value: float, rule: Rule, values: Mapping[str, str]) -> Part:
    text = _filled(rule.parts[name], values)
    return Part(name=name, value=round(value, 4), zh=text.zh, en=text.en)


def _filled(template: Bilingual, values: Mapping[str, str]) -> Bilingual:
    return Bilingual(zh=template.zh.format_map(values), en=template.en.format_map(values))


def _quoted(value: Any) -> str:
    text = "、".join(value) if isinstance(value, list) else str(value)
    return text if len(text) <= _QUOTED else text[:_QUOTED] + "…"


def _evidence(store: GraphStore, ids: Iterable[str]) -> dict[str, Row]:
    """Kind, text, department and place of each node; a department stands where its first list begins."""
    rows = store.read(statement("evidence"), {"ids": sorted(set(ids))})
    return {row["id"]: {**row, "locator": json.loads(row["locator"])} for row in reversed(rows)}


def _verdicts(store: GraphStore) -> dict[str, Verdict]:
    """The latest verdict on each finding."""
    rows = store.read(statement("verdicts"))
    return {row.pop("finding"): Verdict(**row) for row in rows}
