"""A report on paper: cover lines, a summary, what to do, what is open, what is closed, and what was read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from dutygraph.queries.findings.models import SEVERITIES, Finding
from dutygraph.queries.findings.read.report_data import ListRead, ReportData
from dutygraph.visualize.finding_groups import kind_title
from dutygraph.visualize.report.annexes import closed_blocks, guide_blocks, reading_blocks
from dutygraph.visualize.report.model import (
    ReportBars,
    ReportBlock,
    ReportGrid,
    ReportHeading,
    ReportPaper,
    ReportParagraph,
    ReportRun,
    cells,
    plain,
)
from dutygraph.visualize.report.stories import PARTS, Extent, Story, part_of, stories, tasks
from dutygraph.visualize.report.story_blocks import (
    Names,
    bounded,
    heading_of,
    id_of,
    sentence_of,
    story_blocks,
    verdict_lines,
)
from dutygraph.visualize.texts import Language, text

_MOST_BARS = 15
_COUNTS: Mapping[Language, Sequence[int]] = {"zh": (6, 2, 2, 2, 2, 2, 2, 2), "en": (7, 3, 3, 5, 3, 6, 5, 4)}
"""Widths of the table of counts: English headings are longer."""
_CHINESE_NUMBERS = "一二三四五六七八九十"


def paper(data: ReportData, lang: Language, made: datetime, extent: Extent) -> ReportPaper:
    """Return the report on what was chosen, made at this time, as far as ``extent`` tells it in full."""
    confirmed, waiting, closed = (stories(data, part) for part in PARTS)
    chapters = (
        ("report_summary_title", _summary(data, [*confirmed, *waiting, *closed], lang)),
        ("report_confirmed_title", _confirmed(data, confirmed, extent, lang)),
        ("report_waiting_title", _story_by_story(data, waiting, len(confirmed) + 1, extent, lang)),
        ("report_closed_title", closed_blocks(closed, data.short_names, lang)),
        ("report_reading_title", reading_blocks(data.lists, data.short_names, lang)),
        ("report_guide_title", guide_blocks(data, lang)),
    )
    blocks: list[ReportBlock] = []
    for number, (title, content) in enumerate(chapters, start=1):
        blocks.append(ReportHeading(1, _numbered(number, text(title, lang), lang)))
        blocks += list(content) or [plain(text("report_none", lang))]
    return ReportPaper(title_of(data, lang), facts(data, lang, made), blocks, lang)


def title_of(data: ReportData, lang: Language) -> str:
    """Return the title: the department, else the region, that the report is about."""
    name = data.department or data.region
    return text("report_title_of", lang, name=name) if name else text("report_title", lang)


def facts(data: ReportData, lang: Language, made: datetime) -> list[tuple[str, str]]:
    """Return the cover lines: what was chosen, when and from which data it was made, and which lists were read."""
    findings = data.findings
    version = text("versions", lang, data=findings.data_version[:12], rules=findings.rules_version[:12])
    if findings.stale:
        version += text("report_stale", lang)
    return [
        (text("report_scope", lang), _scope(data, lang)),
        (text("report_lists_label", lang), _lists_read(data.lists, lang)),
        (text("report_version_label", lang), version),
        (text("report_made", lang), f"{made:%Y-%m-%d %H:%M}"),
    ]


def _lists_read(lists: Sequence[ListRead], lang: Language) -> str:
    """Return how many lists were read, and how many of them in part or with texts that were not placed."""
    in_part = sum(one.row["read_in_part"] or bool(one.row["sections_read_in_part"]) for one in lists)
    not_whole = sum(one.row["placed"] < 1 for one in lists)
    key = "report_lists" if in_part else "report_lists_nearly" if not_whole else "report_lists_whole"
    return text(key, lang, count=len(lists), part=in_part or not_whole)


def _scope(data: ReportData, lang: Language) -> str:
    selection, colon = data.selection, text("colon", lang)
    kinds = [
        *(text(f"class_{one}", lang) for one in selection.classes),
        *(kind_title(one, lang) for one in selection.kinds),
    ]
    chosen = {
        "region": [data.region] if data.region else [],
        "department": [data.department] if data.department else [],
        "other_department": [selection.other] if selection.other else [],
        "kind": kinds,
        "severity": [text(f"severity_{one}", lang) for one in selection.severities],
        "verdict": [text(f"status_{one}", lang) for one in selection.statuses],
        "min_score": [] if selection.min_score is None else [str(selection.min_score)],
        "topic": [data.topics[selection.topic].id if selection.topic in data.topics else selection.topic]
        if selection.topic
        else [],
    }
    separator, stop = text("separator", lang), text("report_stop", lang)
    parts = [f"{text(key, lang)}{colon}{separator.join(values)}" for key, values in chosen.items() if values]
    return stop.join(parts) or text("report_everything", lang)


def _summary(data: ReportData, every: Sequence[Story], lang: Language) -> Iterator[ReportBlock]:
    findings = data.findings.findings
    counts = Counter(map(part_of, findings))
    yield plain(
        text(
            "report_summary", lang, lists=len(data.lists), findings=len(findings), stories=len(every),
            **{part: counts[part] for part in PARTS},
        )
    )  # fmt: skip
    if not findings:
        return
    classes = Counter(text(f"class_{finding.class_}", lang) for finding in findings)
    yield ReportBars(text("report_by_class", lang), classes.most_common())
    short = data.short_names
    bodies = Counter(short.get(name, name) for finding in findings for name in finding.departments)
    if len(bodies) > 1:
        most = bodies.most_common(_MOST_BARS)
        caption = (
            text("report_by_body", lang)
            if len(most) == len(bodies)
            else text("report_by_body_most", lang, count=len(most))
        )
        yield ReportBars(caption, most)
    yield plain(text("report_by_kind", lang), "lead", "strong")
    yield _kinds(findings, lang)


def _kinds(findings: Iterable[Finding], lang: Language) -> ReportGrid:
    """Return how many there are of each kind, by severity and by what was decided."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.kind, []).append(finding)
    rows = []
    for kind, members in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        grave: Counter[str] = Counter(finding.severity for finding in members)
        parts = Counter(map(part_of, members))
        counts = [len(members), *(grave[one] for one in SEVERITIES), *(parts[one] for one in PARTS)]
        rows.append(cells(kind_title(kind, lang), *(str(count or "–") for count in counts)))
    headings = [
        text("kind", lang),
        text("report_total", lang),
        *(text(f"severity_{one}", lang) for one in SEVERITIES),
        *(text(f"report_{one}", lang) for one in PARTS),
    ]
    return ReportGrid(headings, rows, _COUNTS[lang])


def _confirmed(
    data: ReportData, every: Sequence[Story], extent: Extent, lang: Language
) -> Iterator[ReportBlock]:
    if not every:
        return
    yield ReportHeading(2, _inner(1, text("report_tasks", lang), lang))
    yield plain(text("report_tasks_note", lang), "lead")
    yield _tasks(every, data.short_names, lang)
    yield ReportHeading(2, _inner(2, text("report_items", lang), lang))
    yield from _story_by_story(data, every, 1, extent, lang)


def _tasks(every: Sequence[Story], names: Names, lang: Language) -> ReportGrid:
    """Return the tasks that verdicts ask for: what to do, who, by when."""
    rows = []
    for task in tasks(every):
        verdict = task.verdict
        story = Story(every[task.item - 1].topic, task.findings)
        option = text(f"option_{verdict.option}", lang) if verdict.option else text("report_undecided", lang)
        what = [plain(option, "cell", "strong")]
        if verdict.note:
            what.append(plain(bounded(verdict.note, lang), "cell"))
        rows.append(
            [
                *cells(str(task.item), heading_of(story, names, lang)),
                what,
                *cells(
                    verdict.responsible or text("report_undecided", lang),
                    str(verdict.due or text("report_undecided", lang)),
                    verdict.by,
                ),
            ]
        )
    keys = ("report_item", "heading_sentence", "heading_option", "responsible", "due", "heading_judged_by")
    return ReportGrid([text(key, lang) for key in keys], rows, (3, 13, 7, 5, 6, 4))


def _story_by_story(
    data: ReportData, every: Sequence[Story], first: int, extent: Extent, lang: Language
) -> Iterator[ReportBlock]:
    """Yield stories with their texts, and those beyond ``extent`` as a table; they are numbered from ``first``."""
    whole, rest = every[: extent.stories], every[extent.stories :]
    if rest:
        yield plain(text("report_shortened", lang, told=len(whole), rest=len(rest)))
    for number, story in enumerate(whole, start=first):
        yield from story_blocks(number, story, data, extent, lang)
    if rest:
        yield plain(text("report_only_listed", lang, count=len(rest)), "lead", "strong")
        rows = [
            _listed(number, story, data, lang) for number, story in enumerate(rest, start=first + len(whole))
        ]
        keys = ("report_item", "severity", "heading_sentence", "report_findings")
        yield ReportGrid([text(key, lang) for key in keys], rows, (2, 2, 17, 2))


def _listed(number: int, story: Story, data: ReportData, lang: Language) -> list[Sequence[ReportParagraph]]:
    """Return the row of a story of which only the first finding is named, and what was said about that."""
    first = story.findings[0]
    named = [
        ReportRun(sentence_of(first, data.short_names, lang)),
        ReportRun(f" {id_of(first, lang)}", "rest"),
    ]
    lines = verdict_lines(first.verdict, lang) if first.verdict else ()
    return [
        *cells(str(number), text(f"severity_{first.severity}", lang)),
        [ReportParagraph(named, "cell"), *(plain(line, "cell") for line in lines)],
        *cells(str(len(story.findings))),
    ]


def _numbered(number: int, title: str, lang: Language) -> str:
    return f"{_CHINESE_NUMBERS[number - 1]}、{title}" if lang == "zh" else f"{number}. {title}"


def _inner(number: int, title: str, lang: Language) -> str:
    return f"（{_CHINESE_NUMBERS[number - 1]}）{title}" if lang == "zh" else f"({number}) {title}"
