"""The answer to a question on the terminal: who answers, then where it stands."""

from typing import TYPE_CHECKING

from dutygraph.commands.session import Shape, write_csv, write_json
from dutygraph.commands.terminal.printing import open_console, print_line, table_of
from dutygraph.queries.search.answer import as_table
from dutygraph.visualize.tables import answer_table, csv_of
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import excerpt, where

if TYPE_CHECKING:
    from dutygraph.queries.search.models import Answering, Hit, SearchAnswer


def show_search(answer: "SearchAnswer", shape: Shape, lang: Language) -> None:
    """Print the answer as tables, JSON or CSV; the CSV has the entries alone."""
    if shape is Shape.json:
        write_json(answer.model_dump_json(indent=1))
    elif shape is Shape.csv:
        write_csv(csv_of(answer_table(as_table(answer), lang), lang))
    else:
        _show_tables(answer, lang)


def _show_tables(answer: "SearchAnswer", lang: Language) -> None:
    console = open_console()
    if answer.answering:
        columns = [text(key, lang) for key in ("department", "office", "phone", "because")]
        rows = [_who(who, answer.words) for who in answer.answering]
        console.print(table_of(text("who_answers", lang), columns, rows))
    if answer.close:
        key = "nothing_has_all" if answer.total else "nothing_found"
        print_line(console, text(key, lang, question=answer.question))
    columns = [text(key, lang) for key in ("kind", "department", "text", "source")]
    rows = [_entry(row, answer.words, lang) for row in answer.rows]
    if rows:
        console.print(table_of(text("hits", lang, total=answer.total), columns, rows))


def _who(who: "Answering", words: list[str]) -> tuple[str, ...]:
    return who.department, "、".join(who.offices), "、".join(who.phones), _quoted(who.because, words)


def _entry(row: "Hit", words: list[str], lang: Language) -> tuple[str, ...]:
    source = where(row.source, row.locator, lang) if row.source else ""
    return row.kind[lang], row.actor or "", _quoted(row, words), source


def _quoted(row: "Hit", words: list[str]) -> str:
    return "：".join(part for part in (row.title, excerpt(row.text, words, around=30)) if part)
