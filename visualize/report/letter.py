"""A letter that asks a department about findings (征求意见函): what it says, and the rows that are to be answered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.read.report_data import ReportData
from dutygraph.queries.letters.codes import code_of
from dutygraph.queries.letters.selection import LetterFilters
from dutygraph.visualize.report.model import ReportParagraph, plain
from dutygraph.visualize.report.story_blocks import sentence_of, side_lines
from dutygraph.visualize.side_by_side import Side, sides
from dutygraph.visualize.texts import Language, text

HEADINGS = ("report_item", "letter_problem", "letter_own", "letter_other", "letter_answer")


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A finding in a letter: its code, what it is, and what the lists of the department and of others say."""

    number: int
    code: str
    problem: Sequence[str]
    own: Sequence[ReportParagraph]
    other: Sequence[ReportParagraph]


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: its title, whom it addresses, its paragraphs, who sends it and when, and its rows."""

    title: str
    to: str
    paragraphs: Sequence[str]
    sender: str
    day: str
    rows: Sequence[LetterRow]
    lang: Language


def letter(data: ReportData, filters: LetterFilters, lang: Language, today: date) -> Letter:
    """Return the letter about what was chosen for a department (``letter_data``), written on a day."""
    department = data.department or ""
    rows = list(_rows(data, lang))
    due = (
        text("letter_due", lang, due=day_of(filters.due, lang))
        if filters.due
        else text("letter_no_due", lang)
    )
    return Letter(
        title=text("letter_title", lang),
        to=department,
        paragraphs=[
            text("letter_request", lang, count=len(rows)),
            text("letter_how", lang),
            text("letter_code_note", lang),
            due,
        ],
        sender=filters.sender or text("letter_sender", lang),
        day=day_of(today, lang),
        rows=rows,
        lang=lang,
    )


def day_of(day: date, lang: Language) -> str:
    """Return a day as letters write it."""
    return f"{day.year}年{day.month}月{day.day}日" if lang == "zh" else day.isoformat()


def _rows(data: ReportData, lang: Language) -> Iterator[LetterRow]:
    """Yield the rows, those of one topic after one another; texts that stand in a row above are not repeated."""
    department = data.department_id or ""
    groups: dict[str, list[Finding]] = {}
    for finding in data.findings.findings:
        groups.setdefault(finding.topic or finding.id, []).append(finding)
    number = 0
    for findings in groups.values():
        shown: dict[frozenset[tuple[str, str]], int] = {}
        for finding in findings:
            number += 1
            first = shown.setdefault(frozenset((node.id, node.text) for node in finding.nodes), number)
            same = [plain(text("letter_same", lang, number=first), "cell")]
            yield LetterRow(
                number,
                str(code_of(finding.id, department)),
                list(_problem(finding, data, lang)),
                same if first < number else _quotations(finding, department, lang, own=True),
                same if first < number else _quotations(finding, department, lang, own=False),
            )


def _problem(finding: Finding, data: ReportData, lang: Language) -> Iterator[str]:
    """Yield what the finding is, and what was decided to do; who judged it, and why, stays in the office."""
    yield sentence_of(finding, data.short_names, lang)
    if finding.verdict and finding.verdict.option:
        yield text("letter_option", lang, option=text(f"option_{finding.verdict.option}", lang))


def _quotations(finding: Finding, department: str, lang: Language, *, own: bool) -> list[ReportParagraph]:
    """Return what the list of the department says, or those of the others."""
    chosen = [side for side in sides(finding) if (side.department_id == department) == own]
    return [line for side in chosen for line in _side(side, finding, lang, named=not own)] or [
        plain("—", "cell")
    ]


def _side(side: Side, finding: Finding, lang: Language, *, named: bool) -> Iterator[ReportParagraph]:
    if named:
        yield plain(side.department, "cell", "strong")
    yield from side_lines(side, finding, lang)
