"""Findings and topics as rows of a table that a spreadsheet opens."""

from collections.abc import Iterable, Sequence

from dutygraph.bilingual import in_language
from dutygraph.queries.findings.models import Finding, FindingNode, Topic, Verdict
from dutygraph.queries.findings.review.current_verdicts import status_of
from dutygraph.visualize.finding_groups import kind_title
from dutygraph.visualize.tables import Table
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import where

_JUDGED = ("verdict", "judged_by", "judged_at", "note", "option", "responsible", "due")
_SHARED = ("severity", "score", "departments", "sentence")
_FINDING = ("id", "kind", "class", *_SHARED, "evidence", "declared_matter", "options", *_JUDGED)
_TOPIC = ("id", "class", "kinds", *_SHARED, "findings", "declared_matter", *_JUDGED)


def findings_table(findings: Iterable[Finding], lang: Language) -> Table:
    """Return a row per finding, with all its texts and where they stand in one cell."""
    return _headings(_FINDING, lang), (_finding(finding, lang) for finding in findings)


def topics_table(topics: Iterable[Topic], lang: Language) -> Table:
    """Return a row per topic, with the ids of its findings in one cell."""
    return _headings(_TOPIC, lang), (_topic(topic, lang) for topic in topics)


def _headings(names: Iterable[str], lang: Language) -> list[str]:
    return [text(f"heading_{name}", lang) for name in names]


def _finding(finding: Finding, lang: Language) -> Sequence[object]:
    return (
        finding.id,
        kind_title(finding.kind, lang),
        text(f"class_{finding.class_}", lang),
        text(f"severity_{finding.severity}", lang),
        finding.score,
        finding.departments,
        in_language(finding.sentence, lang),
        "\n".join(_evidence(node, lang) for node in finding.nodes),
        f"{finding.declared.matter}（{finding.declared.declared_by}）" if finding.declared else None,
        [text(f"option_{option}", lang) for option in finding.options],
        text(f"status_{status_of(finding.verdict)}", lang),
        *_judged(finding.verdict, lang),
    )


def _topic(topic: Topic, lang: Language) -> Sequence[object]:
    return (
        topic.id,
        text(f"class_{topic.class_}", lang),
        [kind_title(kind, lang) for kind in topic.kinds],
        text(f"severity_{topic.severity}", lang),
        topic.score,
        topic.departments,
        in_language(topic.sentence, lang),
        topic.findings,
        [f"{matter.matter}（{matter.declared_by}）" for matter in topic.matters],
        text(f"status_{topic.status}", lang),
        *_judged(topic.verdict, lang),
    )


def _judged(verdict: Verdict | None, lang: Language) -> Sequence[object]:
    """Return the cells about a verdict after the first, which says where things stand."""
    if verdict is None:
        return (None,) * (len(_JUDGED) - 1)
    option = verdict.option and text(f"option_{verdict.option}", lang)
    return verdict.by, verdict.at, verdict.note, option, verdict.responsible, verdict.due


def _evidence(node: FindingNode, lang: Language) -> str:
    source = where(node.source, node.locator, lang)
    names = [node.department, node.matter, node.party]
    return f"{' · '.join(name for name in names if name)}{text('colon', lang)}{node.text} [{source}]"
