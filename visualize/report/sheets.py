"""A report as the sheets of a workbook: the summary, tasks, findings, their texts, and what they are counted by."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dutygraph.bilingual import in_language
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.read.report_data import ReportData
from dutygraph.visualize.findings_table import findings_table
from dutygraph.visualize.report.annexes import reading_state
from dutygraph.visualize.report.compose import facts, title_of
from dutygraph.visualize.report.stories import PARTS, part_of, stories, tasks
from dutygraph.visualize.report.story_blocks import basis_words
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import moment, percent, place


@dataclass(frozen=True, slots=True)
class Leap:
    """A cell that leads to the first row of another sheet in whose first column this text stands."""

    text: str
    sheet: str


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """A sheet: its name, headings, the width of each column in characters, and rows of any values or leaps."""

    name: str
    headings: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[object]]


def report_sheets(data: ReportData, lang: Language, made: datetime) -> list[ReportSheet]:
    """Return all sheets; those with nothing on them are left out."""
    sheets = [
        _summary(data, lang, made),
        _tasks(data, lang),
        _findings(data, lang),
        _evidence(data, lang),
        _comments(data, lang),
        _departments(data.findings.findings, lang),
        _matters(data.findings.findings, lang),
        _orphans(data.findings.findings, lang),
        _bases(data, lang),
        _reading(data, lang),
        _warnings(data, lang),
    ]
    return [sheet for sheet in sheets if sheet.rows]


def _sheet(
    name: str, keys: Iterable[str], widths: Sequence[int], rows: Iterable[Sequence[object]], lang: Language
) -> ReportSheet:
    return ReportSheet(text(name, lang), [text(key, lang) for key in keys], widths, list(rows))


def _summary(data: ReportData, lang: Language, made: datetime) -> ReportSheet:
    findings = data.findings.findings
    parts = Counter(map(part_of, findings))
    classes = Counter(finding.class_ for finding in findings)
    rows: list[Sequence[object]] = [*facts(data, lang, made), (text("report_total", lang), len(findings))]
    rows += [(text(f"report_{part}", lang), parts[part]) for part in PARTS]
    rows += [(text(f"class_{name}", lang), count) for name, count in classes.most_common()]
    if data.on_demand_left_out:
        rows.append(
            (
                text("report_guide_title", lang),
                text("report_on_demand", lang, count=data.on_demand_left_out),
            )
        )
    return ReportSheet(text("report_summary_title", lang), [title_of(data, lang), ""], (30, 70), rows)


def _tasks(data: ReportData, lang: Language) -> ReportSheet:
    keys = (
        "report_item",
        "heading_sentence",
        "heading_option",
        "heading_note",
        "responsible",
        "due",
        "heading_judged_by",
        "heading_id",
    )
    rows = []
    for task in tasks(stories(data, "confirmed")):
        verdict, first = task.verdict, task.findings[0]
        rows.append(
            (
                task.item,
                in_language(first.sentence, lang),
                verdict.option and text(f"option_{verdict.option}", lang),
                verdict.note,
                verdict.responsible,
                verdict.due,
                verdict.by,
                _leap(first.id, "findings", lang),
            )
        )
    return _sheet("report_tasks", keys, (6, 60, 18, 40, 24, 12, 12, 28), rows, lang)


def _findings(data: ReportData, lang: Language) -> ReportSheet:
    """Return what the table of /findings says; the texts stand on a sheet of their own, to which the id leads."""
    headings, rows = findings_table(data.findings.findings, lang)
    widths = (28, 18, 12, 8, 8, 30, 60, 60, 30, 24, 12, 12, 22, 40, 18, 24, 12)
    linked = [(_leap(str(id_), "heading_evidence", lang), *rest) for id_, *rest in rows]
    return ReportSheet(text("findings", lang), list(headings), widths, linked)


def _evidence(data: ReportData, lang: Language) -> ReportSheet:
    keys = ("heading_id", "department", "matter", "party", "text", "file", "place", "report_basis")
    rows = [
        (
            _leap(finding.id, "findings", lang),
            node.department,
            node.matter,
            node.party,
            node.text,
            node.source,
            place(node.locator, lang),
            [basis_words(basis) for basis in data.bases.get(node.id, ())],
        )
        for finding in data.findings.findings
        for node in finding.nodes
    ]
    return _sheet("heading_evidence", keys, (26, 26, 24, 20, 70, 28, 18, 40), rows, lang)


def _comments(data: ReportData, lang: Language) -> ReportSheet:
    keys = ("heading_id", "department", "comments", "file", "place", "read_at")
    rows = [
        (
            _leap(one.finding, "findings", lang),
            one.department,
            one.text,
            one.source,
            place(one.locator, lang),
            moment(one.at),
        )
        for finding in data.findings.findings
        for one in data.comments.get(finding.id, ())
    ]
    return _sheet("comments", keys, (26, 30, 70, 28, 18, 18), rows, lang)


def _departments(findings: Iterable[Finding], lang: Language) -> ReportSheet:
    counts: dict[str, Counter[str]] = {}
    for finding in findings:
        for name in finding.departments:
            counts.setdefault(name, Counter()).update(
                ["report_total", f"severity_{finding.severity}", f"report_{part_of(finding)}"]
            )
    keys = (
        "report_total",
        "severity_high",
        "severity_medium",
        "severity_low",
        *(f"report_{part}" for part in PARTS),
    )
    rows = [
        (name, *(one[key] for key in keys))
        for name, one in sorted(counts.items(), key=lambda item: -item[1]["report_total"])
    ]
    return _sheet("departments", ("department", *keys), (36, *[10] * len(keys)), rows, lang)


def _matters(findings: Iterable[Finding], lang: Language) -> ReportSheet:
    rows = {
        (matter, by, finding.id): None
        for finding in findings
        for matter, by in [
            *((node.matter, node.declared_by) for node in finding.nodes if node.matter),
            *((node.text, node.department) for node in finding.nodes if node.kind == "SharedMatter"),
            *([(finding.declared.matter, finding.declared.declared_by)] if finding.declared else []),
        ]
    }
    listed = [
        (matter, by, _leap(id_, "findings", lang))
        for matter, by, id_ in sorted(rows, key=lambda row: (str(row[1]), str(row[0])))
    ]
    return _sheet("matters", ("matter", "department", "heading_id"), (50, 36, 26), listed, lang)


def _orphans(findings: Iterable[Finding], lang: Language) -> ReportSheet:
    rows = [
        (
            _leap(finding.id, "findings", lang),
            finding.departments,
            in_language(finding.sentence, lang),
        )
        for finding in findings
        if finding.class_ == "orphan"
    ]
    return _sheet("class_orphan", ("heading_id", "department", "heading_sentence"), (26, 36, 80), rows, lang)


def _bases(data: ReportData, lang: Language) -> ReportSheet:
    found: dict[str, set[str]] = {}
    for finding in data.findings.findings:
        for node in finding.nodes:
            for basis in data.bases.get(node.id, ()):
                found.setdefault(basis_words(basis), set()).add(node.department)
    rows = [(words, sorted(names)) for words, names in sorted(found.items())]
    return _sheet("report_basis", ("report_basis", "departments"), (60, 60), rows, lang)


def _reading(data: ReportData, lang: Language) -> ReportSheet:
    keys = ("department", "list", "file", "place", "report_placed", "report_unread", "warnings")
    rows = [
        (
            one.row["department"],
            one.row["list"],
            one.row["source"],
            place(one.row["locator"], lang),
            percent(one.row["placed"]),
            reading_state(one, lang),
            one.row["warnings"],
        )
        for one in data.lists
    ]
    return _sheet("report_reading_title", keys, (36, 40, 30, 14, 10, 40, 10), rows, lang)


def _warnings(data: ReportData, lang: Language) -> ReportSheet:
    rows = [
        (
            one.row["department"],
            in_language(warning.text, lang),
            one.row["source"],
            place(warning.locator.model_dump(), lang),
        )
        for one in data.lists
        for warning in one.warnings
    ]
    return _sheet(
        "report_warnings", ("department", "warnings", "file", "place"), (36, 80, 30, 14), rows, lang
    )


def _leap(id_: str, sheet: str, lang: Language) -> Leap:
    return Leap(id_, text(sheet, lang))
