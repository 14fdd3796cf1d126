"""Running the rules: from their rows to findings with their evidence."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from dutygraph.bilingual import Bilingual
from dutygraph.graph.identity import digest
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.findings.models import Finding, Part
from dutygraph.queries.findings.rules.headers import TOUCHED, FindingRule, words
from dutygraph.queries.findings.rules.quoting import quoted_passage, shown_once
from dutygraph.queries.findings.rules.settings import ConfiguredRule
from dutygraph.visible import shortened

_QUOTED = 41
"""A sentence quotes so many characters of a text, with the ellipsis; the evidence has it whole."""


def run_rules(
    store: GraphStore, configured: Iterable[ConfiguredRule], touched: Collection[str] | None
) -> list[Finding]:
    """Return what those of the rules find that are on, about any of ``touched`` (ids of departments) or about all."""
    found = [
        (one.rule, row)
        for one in configured
        if one.on
        for row in store.read(one.rule.cypher, parameters_of(one, touched))
    ]
    evidence = evidence_of(store, (node["id"] for _, row in found for node in row["nodes"]))
    return [_finding(rule, row, evidence) for rule, row in found]


def parameters_of(one: ConfiguredRule, touched: Collection[str] | None) -> dict[str, Any]:
    """Return the parameters of a rule's statement."""
    return {**words(), **one.values, TOUCHED: None if touched is None else sorted(touched)}


def _finding(rule: FindingRule, row: Row, evidence: Mapping[str, Row]) -> Finding:
    values = {
        name: _worded(row[name], whole=column.whole or name.endswith(("_zh", "_en")))
        for name, column in rule.columns.items()
    }
    return Finding.model_validate(
        {
            "id": _id(rule.kind, row),
            "kind": rule.kind,
            "class": row.get("class", rule.class_),
            "severity": row.get("severity", rule.severity),
            "grounds": row.get("grounds"),
            "object": row.get("object"),
            "topic": row.get("topic"),
            "score": round(float(row.get("score", 1.0)), 4),
            "parts": _parts(row.get("parts", {}), rule, values),
            "departments": row["departments"],
            "nodes": shown_once([_node(node, evidence[node["id"]]) for node in row["nodes"]]),
            "pairs": row.get("pairs", []),
            "declared": row.get("declared"),
            "boundary": row.get("boundary"),
            "sentence": _sentence(rule, row, values),
            "options": rule.options,
            "verdict": None,
        }
    )


def _sentence(rule: FindingRule, row: Row, values: Mapping[str, str]) -> Bilingual:
    """The sentence with its clauses; where a column is empty, nothing stands in the place of its clause."""
    nothing = Bilingual(zh="", en="")
    clauses = {
        name: _filled(clause, values) if row[name] else nothing for name, clause in rule.clauses.items()
    }
    return Bilingual(
        zh=rule.sentence.zh.format_map({**values, **{name: clause.zh for name, clause in clauses.items()}}),
        en=rule.sentence.en.format_map({**values, **{name: clause.en for name, clause in clauses.items()}}),
    )


def _node(node: Row, evidence: Row) -> Row:
    """A node in its role; where its row quotes something of the statement, or names a place in it, these count."""
    shown = {name: value for name, value in evidence.items() if name != "texts"}
    if node.get("locator"):
        shown["locator"] = json.loads(node["locator"])
    passage = quoted_passage([shown["text"], *evidence["texts"]], node.get("quotes") or ())
    if passage:
        context = {"context": shown["text"]} if passage.text != shown["text"] else {}
        shown |= {"text": passage.text, "spans": passage.spans, **context}
    if spans := node.get("spans"):
        shown["spans"] = sorted({(start, end) for start, end in spans})
    return {"role": node["role"], **shown}


def _id(kind: str, row: Row) -> str:
    identity = row.get("identity", [*(node["id"] for node in row["nodes"]), row.get("key", "")])
    return f"finding-{digest(kind, *identity)}"


def _parts(found: Mapping[str, float], rule: FindingRule, values: Mapping[str, str]) -> list[Part]:
    """The parts that add something, in the order of the header: a map from a Neo4j server has none."""
    order = list(rule.parts)
    ordered = sorted(found.items(), key=lambda part: order.index(part[0]))
    return [_part(name, value, rule, values) for name, value in ordered if value]


def _part(name: str, value: float, rule: FindingRule, values: Mapping[str, str]) -> Part:
    text = _filled(rule.parts[name], values)
    return Part(name=name, value=round(value, 4), zh=text.zh, en=text.en)


def _filled(template: Bilingual, values: Mapping[str, str]) -> Bilingual:
    return Bilingual(zh=template.zh.format_map(values), en=template.en.format_map(values))


def _worded(value: Any, *, whole: bool) -> str:
    """A value in a sentence: what a rule quotes is shortened, unless the header or the rule's own wording wants it whole."""
    text = "、".join(value) if isinstance(value, list) else str(value)
    return text if whole else shortened(text, _QUOTED)


def evidence_of(store: GraphStore, ids: Iterable[str]) -> dict[str, Row]:
    """Return kind, text, department and place of each node (ids); a department stands where its first list begins."""
    rows = store.read(cypher("evidence"), {"ids": sorted(set(ids))})
    return {row["id"]: {**row, "locator": json.loads(row["locator"])} for row in reversed(rows)}
