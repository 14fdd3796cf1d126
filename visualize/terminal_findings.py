"""What the command line prints about findings."""

from collections import Counter
from typing import TYPE_CHECKING

from visualize.printing import open_console, pick, put_line, table_of
from visualize.wording import shown

if TYPE_CHECKING:
    from queries.finding import Findings
    from queries.storing import Changes

_FIRST_FEW = 5
"""So many findings a summary shows, and so many of those that appeared or vanished."""


def show_findings(found: "Findings", lang: str, *, summary: bool = False) -> None:
    """Print findings in rank order, or with ``summary`` their number per kind and the first few."""
    console = open_console()
    if summary:
        kinds = Counter(finding.kind for finding in found.findings)
        columns = pick(lang, "类型 数量", "kind count").split()
        console.print(table_of(pick(lang, "问题线索", "Findings"), columns, kinds.most_common()))
    for finding in found.findings[:_FIRST_FEW] if summary else found.findings:
        put_line(console, f"[{finding.kind}] {pick(lang, finding.sentence.zh, finding.sentence.en)}", "bold")
        for node in finding.nodes:
            put_line(console, f"    {node.text}  — {node.source} {shown(node.locator, lang)}")
    put_line(console, pick(lang, f"共 {len(found.findings)} 条", f"{len(found.findings)} findings"))


def show_news(changes: "Changes", lang: str) -> None:
    """Print how many findings appeared, vanished and changed, and the first few of each."""
    console = open_console()
    for findings, zh, en in (
        (changes.appeared, "新增问题线索 {} 条", "{} findings appeared"),
        (changes.vanished, "消除问题线索 {} 条", "{} findings vanished"),
        (changes.changed, "内容有变的问题线索 {} 条", "{} findings changed"),
    ):
        put_line(console, pick(lang, zh, en).format(len(findings)))
        for finding in findings[:_FIRST_FEW]:
            put_line(console, f"  [{finding.kind}] {pick(lang, finding.sentence.zh, finding.sentence.en)}")
        if len(findings) > _FIRST_FEW:
            put_line(console, "  …")
