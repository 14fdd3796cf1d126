"""Answers as CSV that a spreadsheet opens."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from dutygraph.queries.catalogue.named_queries import Answer
from dutygraph.visualize.wording import as_text

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the start of a formula, in full width too (OWASP, CSV injection)."""


def csv_text(answer: Answer, lang: str) -> str:
    """Return the rows of an answer under the headings of its columns, as ``csv_of`` writes them."""
    headings = [column.zh if lang == "zh" else column.en for column in answer.columns.values()]
    return csv_of(headings, ([row[name] for name in answer.columns] for row in answer.rows), lang)


def csv_of(headings: Iterable[str], rows: Iterable[Iterable[Any]], lang: str) -> str:
    """Return rows of any values under headings; a text that looks like a formula gets an apostrophe before it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows([_cell(value, lang) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: Any, lang: str) -> str:
    text = as_text(value, lang)
    return f"'{text}" if isinstance(value, str | list) and text.startswith(_FORMULA) else text
