"""What the command line prints about findings."""

from collections import Counter
from collections.abc import Iterator
from string import ascii_lowercase
from typing import TYPE_CHECKING

from rich.console import Console

from dutygraph.bilingual import in_language
from dutygraph.commands.session import write_csv, write_json
from dutygraph.commands.terminal.printing import open_console, paged, print_line, table_of
from dutygraph.queries.findings.review.current_verdicts import status_of
from dutygraph.visualize.boundary import boundary_lines
from dutygraph.visualize.comments import comment_from
from dutygraph.visualize.finding_groups import kind_title
from dutygraph.visualize.findings_table import findings_table
from dutygraph.visualize.tables import csv_of
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.waterfall import waterfall
from dutygraph.visualize.wording import as_text, moment, where

if TYPE_CHECKING:
    from dutygraph.queries.findings.models import (
        Comment,
        Finding,
        FindingCard,
        FindingNode,
        Findings,
        Verdict,
    )
    from dutygraph.queries.findings.update.write import Changes

_FIRST_FEW = 5
"""So many findings a summary shows, and so many of those that appeared or vanished."""
_BAR = 30
"""Columns that a score of 1 takes."""


def show_findings(output: "Findings", total: int, shape: str, lang: Language) -> None:
    """Print findings in rank order as a table, JSON or CSV; ``total`` counts those that a limit has cut off too."""
    if shape == "json":
        write_json(output.model_dump_json(indent=1))
    elif shape == "csv":
        write_csv(csv_of(findings_table(output.findings, lang), lang))
    else:
        console = open_console()
        with paged(console):
            for finding in output.findings:
                _show_short(console, finding, lang)
            print_line(console, text("found", lang, total=total))
    _warn_of_stale(output, lang)


def show_summary(output: "Findings", lang: Language) -> None:
    """Print the number of findings per kind and the first few."""
    console = open_console()
    kinds = Counter(finding.kind for finding in output.findings)
    columns = [text("kind", lang), text("count", lang)]
    console.print(table_of(text("findings", lang), columns, kinds.most_common()))
    for finding in output.findings[:_FIRST_FEW]:
        _show_short(console, finding, lang)
    print_line(console, text("found", lang, total=len(output.findings)))
    _warn_of_stale(output, lang)


def show_finding(card: "FindingCard", lang: Language) -> None:
    """Print all that is known of one finding."""
    console = open_console()
    (finding,) = card.findings
    print_line(console, f"[{finding.kind}] {in_language(finding.sentence, lang)}", "bold")
    print_line(console, standing_line(finding, lang))
    if not card.found:
        print_line(console, text("no_longer_found", lang), "yellow")
    for heading, lines in _details(card, lang):
        print_line(console, text(heading, lang), "bold")
        for line in lines:
            print_line(console, f"    {line}")
    print_line(console, text("versions", lang, data=card.data_version, rules=card.rules_version), "dim")
    _warn_of_stale(card, lang)


def show_news(changes: "Changes", lang: Language) -> None:
    """Print how many findings appeared, vanished and changed, and the first few of each."""
    console = open_console()
    for key, findings in (
        ("findings_appeared", changes.appeared),
        ("findings_vanished", changes.vanished),
        ("findings_changed", changes.changed),
    ):
        print_line(console, text(key, lang, count=len(findings)))
        for finding in findings[:_FIRST_FEW]:
            print_line(console, f"  [{finding.kind}] {in_language(finding.sentence, lang)}")
        if len(findings) > _FIRST_FEW:
            print_line(console, "  …")


def verdict_line(verdict: "Verdict", lang: Language) -> str:
    """Return a verdict in one line: what, who, when, why."""
    words = [text(f"status_{verdict.value}", lang), verdict.by, moment(verdict.at)]
    if verdict.option:
        words.append(text(f"option_{verdict.option}", lang))
    words += filter(None, (verdict.responsible, str(verdict.due or ""), verdict.note))
    return " · ".join(words)


def verdict_lines(verdict: "Verdict", lang: Language) -> list[str]:
    """Return a verdict in lines; where it has to be confirmed, with the texts that it was given on."""
    lines = [verdict_line(verdict, lang)]
    if verdict.outdated:
        lines.append(f"  {text('judged_on' if verdict.judged_on else 'judged_on_others', lang)}")
        lines += [f"    {one.department}{text('colon', lang)}{one.text}" for one in verdict.judged_on or ()]
    return lines


def _show_short(console: Console, finding: "Finding", lang: Language) -> None:
    print_line(console, f"[{finding.kind}] {in_language(finding.sentence, lang)}", "bold")
    for node in finding.nodes:
        print_line(console, f"    {node.text}  — {where(node.source, node.locator, lang)}")
    print_line(console, f"    {standing_line(finding, lang)}", "dim")


def standing_line(finding: "Finding", lang: Language) -> str:
    """Return in one line which finding it is, how grave, and where it stands."""
    severity = text(f"severity_{finding.severity}", lang)
    status = text(f"status_{status_of(finding.verdict)}", lang)
    return f"{finding.id} · {severity} · {text('score_is', lang, score=f'{finding.score:.2f}')} · {status}"


def _details(card: "FindingCard", lang: Language) -> Iterator[tuple[str, list[str]]]:
    """Headings (keys of texts) with what stands below them; what a finding lacks is left out."""
    (finding,) = card.findings
    yield "kind", [f"{kind_title(finding.kind, lang)} · {text(f'class_{finding.class_}', lang)}"]
    if finding.grounds:
        yield "severity", [in_language(finding.grounds, lang)]
    yield "departments", finding.departments
    yield "evidence", [line for node in finding.nodes for line in _node(node, lang)]
    if finding.pairs:
        yield (
            "pairs",
            [" — ".join(role_name(finding.nodes[at].role, lang) for at in pair) for pair in finding.pairs],
        )
    if finding.parts:
        yield "parts", list(_parts(finding, lang))
    if lines := boundary_lines(finding, lang):
        yield "boundary", lines
    if finding.options:
        yield "options", [text(f"option_{option}", lang) for option in finding.options]
    if card.comments:
        yield "comments", [line for one in card.comments for line in _comment(one, lang)]
    if card.history:
        yield "verdict", [line for verdict in card.history for line in verdict_lines(verdict, lang)]
    if finding.verdict and finding.verdict.given_on != finding.id:
        yield (
            "verdict_of_others",
            [finding.verdict.given_on or "", *verdict_lines(finding.verdict, lang)],
        )


def _parts(finding: "Finding", lang: Language) -> Iterator[str]:
    """The parts of a score; where they add up to it, with bars of which each begins where the last one ends."""
    steps = waterfall(finding)
    for step in steps:
        bar = " " * round(_BAR * step.begin) + "█" * round(_BAR * step.width)
        yield f"{step.part.value:+.2f}  {bar:<{_BAR}}  {in_language(step.part, lang)}"
    if not steps:
        yield from (f"{part.value:.2f}  {in_language(part, lang)}" for part in finding.parts)


def _comment(comment: "Comment", lang: Language) -> Iterator[str]:
    yield f"{comment_from(comment, lang)}{text('colon', lang)}"
    yield from (f"    {line}" for line in comment.text.split("\n"))


def role_name(role: str, lang: Language) -> str:
    """Return what a text is in a finding; of several that are compared (a, b …), which one."""
    if len(role) == 1:
        return text("role_nth", lang, number=ascii_lowercase.index(role) + 1)
    return text(f"role_of_{role}", lang)


def _node(node: "FindingNode", lang: Language) -> Iterator[str]:
    names = [role_name(node.role, lang), node.department, node.matter, node.party]
    yield " · ".join(name for name in names if name)
    yield f"    {node.text}  — {node.source} {as_text(node.locator, lang)}"


def _warn_of_stale(output: "Findings", lang: Language) -> None:
    if output.stale:
        print_line(open_console(error=True), text("stale", lang), "yellow")
