"""Paths and dependents in the terminal."""

from typing import TYPE_CHECKING

from dutygraph.bilingual import in_language
from dutygraph.commands.session import write_csv
from dutygraph.commands.terminal.printing import open_console, pick, print_line, table_of
from dutygraph.visualize.node_tables import dependents_table, paths_table
from dutygraph.visualize.tables import csv_of
from dutygraph.visualize.texts import Language
from dutygraph.visualize.wording import as_text, where

if TYPE_CHECKING:
    from dutygraph.queries.catalogue.neighbours import DependentsAnswer
    from dutygraph.queries.catalogue.paths import PathsAnswer


def show_paths(answer: "PathsAnswer", shape: str, lang: Language) -> None:
    """Print each path as a sentence with the place of every step, or all as CSV."""
    if shape == "csv":
        write_csv(csv_of(paths_table(answer, lang), lang))
        return
    console = open_console()
    for number, path in enumerate(answer.paths, start=1):
        print_line(console, f"{number}. {in_language(path.sentence, lang)}")
        lines = (f"{s.text}  — {where(s.source, s.locator, lang)}" for s in path.steps if s.source)
        for line in dict.fromkeys(lines):
            print_line(console, f"    {line}")
    if not answer.paths:
        none_found = pick(
            lang,
            f"{answer.hops} 步之内没有路径。",
            f"There is no path of at most {answer.hops} steps.",
        )
        print_line(console, none_found)
    if answer.cut:
        print_line(console, pick(lang, "图太大，未全部查找。", "The graph is too large to look everywhere."))


def show_dependents(answer: "DependentsAnswer", shape: str, lang: Language) -> None:
    """Print what is affected, the nearest first, under how much of each kind there is; or all as CSV."""
    table = dependents_table(answer, lang)
    if shape == "csv":
        write_csv(csv_of(table, lang))
        return
    headings, rows = table
    console = open_console()
    counts = pick(lang, "、", ", ").join(
        f"{in_language(count.kind, lang)} {count.count}（{count.depth}）" for count in answer.counts
    )
    total = pick(lang, f"受影响的共 {answer.total} 项（层）", f"{answer.total} affected (steps away)")
    print_line(console, f"{total}{pick(lang, '：', ': ')}{counts}" if counts else total)
    console.print(
        table_of(answer.node.name, headings, ([as_text(cell, lang) for cell in row] for row in rows))
    )
    if answer.more:
        print_line(console, pick(lang, "还有更多，用 --limit 调整。", "There is more; see --limit."))
