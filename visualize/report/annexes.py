"""The end of a report: what was closed, what was read and what was not, and how to read it."""

from collections.abc import Iterator, Sequence

from dutygraph.bilingual import in_language
from dutygraph.queries.findings.read.report_data import ListRead, ReportData
from dutygraph.visualize.report.model import ReportBlock, ReportGrid, ReportParagraph, cells, plain
from dutygraph.visualize.report.stories import Story
from dutygraph.visualize.report.story_blocks import LONGEST, Names, sentence_of, verdict_lines
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import percent, where

_MOST_CLOSED = 1000
_MOST_WARNINGS = 100
"""Rows of a table on paper; the workbook has all."""


def closed_blocks(closed: Sequence[Story], names: Names, lang: Language) -> Iterator[ReportBlock]:
    """Yield the list of findings that have their reason or are none, with what was said."""
    findings = [finding for story in closed for finding in story.findings]
    rows = [
        [
            *cells(str(number), sentence_of(finding, names, lang)),
            [plain(line, "cell") for line in verdict_lines(finding.verdict, lang)],
        ]
        for number, finding in enumerate(findings[:_MOST_CLOSED], start=1)
    ]
    if rows:
        keys = ("report_item", "heading_sentence", "verdict")
        yield ReportGrid([text(key, lang) for key in keys], rows, (1, 6, 5))
    if len(findings) > _MOST_CLOSED:
        yield plain(text("report_rows_left", lang, count=len(findings) - _MOST_CLOSED), "note")


def reading_blocks(lists: Sequence[ListRead], names: Names, lang: Language) -> Iterator[ReportBlock]:
    """Yield which lists were read, what share of each, and of what reading warned."""
    yield plain(text("report_reading", lang))
    rows = [
        cells(
            names.get(one.row["department"], one.row["department"]),
            f"{one.row['list'] or text('untitled', lang)} [{where(one.row['source'], one.row['locator'], lang)}]",
            percent(one.row["placed"]),
            reading_state(one, lang),
            str(one.row["warnings"]),
        )
        for one in lists
    ]
    if rows:
        keys = ("department", "list", "report_placed", "report_unread", "warnings")
        yield ReportGrid([text(key, lang) for key in keys], rows, (5, 8, 3, 5, 3))
    warnings = [(one, warning) for one in lists for warning in one.warnings]
    total = sum(one.row["warnings"] for one in lists)
    if not warnings:
        return
    yield plain(text("report_warnings", lang), "lead", "strong")
    shown = [
        cells(
            names.get(one.row["department"], one.row["department"]),
            in_language(warning.text, lang)[:LONGEST],
            where(one.row["source"], warning.locator.model_dump(), lang),
        )
        for one, warning in warnings[:_MOST_WARNINGS]
    ]
    yield ReportGrid([text(key, lang) for key in ("department", "warnings", "place")], shown, (4, 9, 5))
    if total > len(shown):
        yield plain(text("report_rows_left", lang, count=total - len(shown)), "note")


def reading_state(one: ListRead, lang: Language) -> str:
    """Return what of a list stayed unread, or is empty, in words; a dash when it was read as a whole."""
    row, stop = one.row, text("report_stop", lang)
    parts = [text("report_in_part", lang)] if row["read_in_part"] else []
    for key, names in (
        ("report_sections_in_part", row["sections_read_in_part"]),
        ("empty_sections", row["empty_sections"]),
    ):
        if names:
            parts.append(text(key, lang, names=text("separator", lang).join(names)))
    return stop.join(parts) or "–"


def guide_blocks(data: ReportData, lang: Language) -> Iterator[ReportParagraph]:
    """Yield how to read the report, and what was left out of it."""
    for key in ("report_guide_findings", "report_guide_marks", "report_guide_parts"):
        yield plain(text(key, lang))
    if data.on_demand_left_out:
        yield plain(text("report_on_demand", lang, count=data.on_demand_left_out))
