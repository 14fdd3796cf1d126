"""A story as a report tells it: its sentence, the texts side by side, bases, boundary, and what was decided."""

from collections.abc import Iterator, Mapping, Sequence

from dutygraph.bilingual import in_language
from dutygraph.graph.ontology import ontology
from dutygraph.queries.findings.models import Comment, Finding, FindingNode, Verdict
from dutygraph.queries.findings.read.report_data import ReportData, StatedBasis
from dutygraph.queries.findings.review.current_verdicts import status_of
from dutygraph.visualize.boundary import boundary_lines
from dutygraph.visualize.comments import comment_from
from dutygraph.visualize.finding_groups import kind_title
from dutygraph.visualize.marked_text import pieces
from dutygraph.visualize.report.model import (
    Mark,
    ReportBlock,
    ReportGrid,
    ReportHeading,
    ReportParagraph,
    ReportRun,
    cells,
    plain,
)
from dutygraph.visualize.report.stories import Extent, Story
from dutygraph.visualize.side_by_side import Side, is_framed, sides
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import in_short, moment, where

LONGEST = 1500
"""Characters of a text that are quoted; of a longer one the beginning."""
_ID = 12
"""Characters of an id: its beginning is enough to find it again."""
_MOST_BODIES = 4
"""Bodies that the heading of a story names."""
_MOST_TEXTS = 12
"""Texts of one body in one finding."""
_MARKS: Mapping[str, Mark] = {"rest": "rest", "clause": "plain", "act": "strong", "object": "object"}

Bases = Mapping[str, Sequence[StatedBasis]]
Names = Mapping[str, str]


def story_blocks(
    number: int, story: Story, data: ReportData, extent: Extent, lang: Language
) -> Iterator[ReportBlock]:
    """Yield what a report tells of a story, under its number in the report; those beyond ``extent`` by their sentences."""
    names, bases = data.short_names, data.bases
    yield ReportHeading(3, f"{number}. {heading_of(story, names, lang)}")
    if story.topic and len(story.findings) < len(story.topic.findings):
        part, all_ = len(story.findings), len(story.topic.findings)
        yield plain(text("report_part_of_topic", lang, told=part, all=all_), "lead")
    common = _common_verdict(story)
    shown: list[set[tuple[str, str]]] = []
    rest = story.findings[extent.findings :]
    for finding in story.findings[: extent.findings]:
        if len(story.findings) > 1:
            yield ReportParagraph([ReportRun(sentence_of(finding, names, lang), "strong")], "lead")
        seen = _shown_texts(finding)
        yield from _finding_blocks(finding, bases, lang, again=seen in shown)
        shown.append(seen)
        yield from _commented(data.comments.get(finding.id, ()), lang)
        if common is None:
            yield from _decided(finding, lang)
    if rest:
        yield plain(text("report_more_findings", lang, count=len(rest)), "lead", "strong")
        listed = [cells(sentence_of(one, names, lang), id_of(one, lang)) for one in rest]
        yield ReportGrid((), listed, (5, 1))
    if common:
        yield from _labelled("verdict", verdict_lines(common, lang), lang)


def heading_of(story: Story, names: Names, lang: Language) -> str:
    """Return what heads a story: the sentence of a finding; of several, whose sentences follow, what they are about."""
    if len(story.findings) == 1 or story.topic is None:
        return sentence_of(story.findings[0], names, lang)
    bodies = list(dict.fromkeys(name for finding in story.findings for name in finding.departments))
    named = text("separator", lang).join(names.get(name, name) for name in bodies[:_MOST_BODIES])
    key = "report_story" if len(bodies) <= _MOST_BODIES else "report_story_of_many"
    title = in_language(story.topic.title, lang)
    return text(key, lang, title=title, bodies=named, all=len(bodies), count=len(story.findings))


def sentence_of(finding: Finding, names: Names, lang: Language) -> str:
    """Return the sentence of a finding, in it bodies as they are called within their region."""
    return in_short(in_language(finding.sentence, lang), names)


def verdict_lines(verdict: Verdict | None, lang: Language) -> list[str]:
    """Return what a person has decided, in lines: the judgement with name and time, what is to be done, the note."""
    if verdict is None:
        return [text("status_open", lang)]
    colon, stop = text("colon", lang), text("report_stop", lang)
    judged = text(
        "report_judged",
        lang,
        status=text(f"status_{verdict.value}", lang),
        by=verdict.by,
        at=moment(verdict.at),
    )
    asked = [
        verdict.option and text(f"option_{verdict.option}", lang),
        verdict.responsible and f"{text('responsible', lang)}{colon}{verdict.responsible}",
        f"{text('due', lang)}{colon}{verdict.due}" if verdict.due else None,
    ]
    lines = [
        judged,
        stop.join(filter(None, asked)),
        verdict.note and f"{text('heading_note', lang)}{colon}{verdict.note}",
    ]
    if verdict.outdated:
        lines.append(text("status_to_confirm", lang))
        lines += [
            f"{text('judged_on', lang)}{colon}{one.department} {one.text}" for one in verdict.judged_on or ()
        ]
    return [line for line in lines if line]


def basis_words(basis: StatedBasis) -> str:
    """Return a legal basis as it is cited: its title in 《》, number and articles."""
    title = basis.title if basis.title.startswith("《") else f"《{basis.title}》"
    return f"{title}{f'（{basis.number}）' if basis.number else ''}{basis.articles or ''}"


def bounded(whole: str, lang: Language) -> str:
    """Return a text, of a long one the beginning with a note how long it is."""
    if len(whole) <= LONGEST:
        return whole
    return f"{whole[:LONGEST]}{text('report_cut', lang, length=len(whole))}"


def _common_verdict(story: Story) -> Verdict | None:
    """Return the one verdict that stands for all findings of a story, None where they differ."""
    verdicts = [finding.verdict for finding in story.findings]
    first = verdicts[0]
    return first if first and len(verdicts) > 1 and all(one == first for one in verdicts) else None


def _shown_texts(finding: Finding) -> set[tuple[str, str]]:
    return {(node.id, node.text) for node in finding.nodes}


def _finding_blocks(finding: Finding, bases: Bases, lang: Language, *, again: bool) -> Iterator[ReportBlock]:
    """Yield what a finding is and rests on; texts that stand above already are not printed ``again``."""
    yield plain(_marks(finding, lang), "lead")
    if again:
        yield plain(text("report_same_texts", lang), "note")
        return
    yield _texts(finding, lang)
    words = text("separator", lang).join(dict.fromkeys(_bases_of(finding, bases)))
    yield from _labelled("report_basis", [words] if words else [], lang)
    yield from _labelled("boundary", boundary_lines(finding, lang), lang)


def _decided(finding: Finding, lang: Language) -> Iterator[ReportBlock]:
    """Yield the verdict on a finding; before there is one, what may be done about it."""
    if finding.verdict:
        yield from _labelled("verdict", verdict_lines(finding.verdict, lang), lang)
    elif finding.options:
        options = text("separator", lang).join(text(f"option_{option}", lang) for option in finding.options)
        yield from _labelled("options", [options], lang)


def _commented(comments: Sequence[Comment], lang: Language) -> Iterator[ReportBlock]:
    """Yield what departments have answered about a finding."""
    lines = [f"{comment_from(one, lang)}{text('colon', lang)}{one.text}" for one in comments]
    yield from _labelled("comments", lines, lang)


def _labelled(key: str, lines: Sequence[str], lang: Language) -> Iterator[ReportBlock]:
    for number, line in enumerate(lines):
        label = [ReportRun(f"{text(key, lang)}{text('colon', lang)}", "strong")] if number == 0 else []
        yield ReportParagraph([*label, ReportRun(bounded(line, lang))], "note")


def _marks(finding: Finding, lang: Language) -> str:
    shown = {node.department for node in finding.nodes}
    others = [name for name in finding.departments if name not in shown]
    marks = [
        text(f"severity_{finding.severity}", lang),
        text(f"class_{finding.class_}", lang),
        kind_title(finding.kind, lang),
        *([text("separator", lang).join(others)] if others else []),
        id_of(finding, lang),
    ]
    if finding.verdict and status_of(finding.verdict) == "to_confirm":
        marks.insert(0, text("status_to_confirm", lang))
    return " · ".join(marks)


def id_of(finding: Finding, lang: Language) -> str:
    """Return the beginning of a finding's id, by which it is found again."""
    return text("report_id", lang, id=finding.id.removeprefix("finding-")[:_ID])


def _bases_of(finding: Finding, bases: Bases) -> Iterator[str]:
    for node in finding.nodes:
        for basis in bases.get(node.id, ()):
            yield basis_words(basis)


def _texts(finding: Finding, lang: Language) -> ReportGrid:
    """Return the texts: two bodies side by side, more of them below one another."""
    columns = sides(finding)
    cells = [side_lines(side, finding, lang) for side in columns]
    heads = [_head(side, lang) for side in columns]
    if len(columns) <= 2:
        return ReportGrid(heads, [cells], [1] * len(columns))
    rows = [[[plain(head, "cell")], cell] for head, cell in zip(heads, cells, strict=True)]
    return ReportGrid([text("body", lang), text("heading_evidence", lang)], rows, (1, 4))


def _head(side: Side, lang: Language) -> str:
    """Return whose texts stand in a column; of one that only shows what stands beside them, what that is."""
    alone = [one.role for one in side.beside if not side.nodes and not side.silent]
    return f"{side.department} · {text(f'beside_{alone[0]}', lang)}" if len(alone) == 1 else side.department


def side_lines(side: Side, finding: Finding, lang: Language) -> list[ReportParagraph]:
    """Return what a body's list says in a finding: each text as printed, with what it is and its place."""
    lines = list(_nodes(side.nodes, finding, lang))
    if side.silent:
        silent = where(side.silent.source, side.silent.locator, lang)
        lines += [plain(text("silent", lang), "cell"), plain(silent, "source")]
    for beside in side.beside:
        if side.nodes or side.silent or len(side.beside) > 1:
            lines.append(plain(text(f"beside_{beside.role}", lang), "cell", "strong"))
        lines += _nodes(beside.nodes, finding, lang)
    return lines


def _nodes(nodes: Sequence[FindingNode], finding: Finding, lang: Language) -> Iterator[ReportParagraph]:
    for node in nodes[:_MOST_TEXTS]:
        kind = ontology().nodes[node.kind]
        names = [in_language(kind, lang), node.matter, node.party]
        yield plain(" · ".join(name for name in names if name), "source")
        yield ReportParagraph(_quoted(node, finding, lang), "quote")
        yield plain(where(node.source, node.locator, lang), "source")
    if len(nodes) > _MOST_TEXTS:
        yield plain(text("report_more_texts", lang, count=len(nodes) - _MOST_TEXTS), "source")


def _quoted(node: FindingNode, finding: Finding, lang: Language) -> list[ReportRun]:
    """Return a text as printed, in what counts what is done and to what marked."""
    if not node.text:
        return [ReportRun(text("blank", lang))]
    shown = node.text[:LONGEST]
    spans = [(start, min(end, len(shown))) for start, end in node.spans if start < len(shown)]
    if is_framed(node, finding.class_):
        runs = [ReportRun(piece, _MARKS[part]) for part, piece in pieces(shown, spans)]
    else:
        runs = _spanned(shown, spans)
    rest = (
        []
        if len(shown) == len(node.text)
        else [ReportRun(text("report_cut", lang, length=len(node.text)), "rest")]
    )
    return [*runs, *rest]


def _spanned(shown: str, spans: Sequence[tuple[int, int]]) -> list[ReportRun]:
    runs: list[ReportRun] = []
    at = 0
    for start, end in spans:
        runs += [ReportRun(shown[at:start]), ReportRun(shown[start:end], "strong")]
        at = end
    runs.append(ReportRun(shown[at:]))
    return [run for run in runs if run.text]
