"""Findings as CSV that a spreadsheet opens."""

from collections.abc import Iterable

from dutygraph.queries.findings.models import Finding, FindingNode
from dutygraph.queries.findings.read import status_of
from dutygraph.visualize.finding_groups import kind_title
from dutygraph.visualize.tables import csv_of
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import place

_COLUMNS = (
    "heading_id",
    "heading_kind",
    "heading_class",
    "heading_severity",
    "heading_score",
    "heading_departments",
    "heading_sentence",
    "heading_evidence",
    "heading_declared_matter",
    "heading_options",
    "heading_verdict",
    "heading_judged_by",
    "heading_judged_at",
    "heading_note",
)
"""Keys of the headings."""


def findings_csv(findings: Iterable[Finding], lang: Language) -> str:
    """Return a row per finding, with all its texts and where they stand in one cell."""
    headings = [text(key, lang) for key in _COLUMNS]
    return csv_of(headings, (_row(finding, lang) for finding in findings), lang)


def _row(finding: Finding, lang: Language) -> tuple[object, ...]:
    verdict = finding.verdict
    return (
        finding.id,
        kind_title(finding.kind, lang),
        text(f"class_{finding.class_}", lang),
        text(f"severity_{finding.severity}", lang),
        finding.score,
        finding.departments,
        finding.sentence.zh if lang == "zh" else finding.sentence.en,
        "\n".join(_evidence(node, lang) for node in finding.nodes),
        f"{finding.declared.matter}（{finding.declared.declared_by}）" if finding.declared else None,
        [text(f"option_{option}", lang) for option in finding.options],
        text(f"status_{status_of(verdict)}", lang),
        verdict and verdict.by,
        verdict and verdict.at,
        verdict and verdict.note,
    )


def _evidence(node: FindingNode, lang: Language) -> str:
    where = f"{node.source} {place(node.locator, lang)}".strip()
    names = [node.department, node.matter, node.party]
    return f"{' · '.join(name for name in names if name)}{text('colon', lang)}{node.text} [{where}]"
