"""Answers as CSV that a spreadsheet opens."""

import csv
import io
from typing import Any

from queries.catalogue import Answer
from visualize.wording import shown

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV injection)."""


def csv_text(answer: Answer, lang: str) -> str:
    """Return the rows under their headings; a text that looks like a formula gets an apostrophe before it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.zh if lang == "zh" else column.en for column in answer.columns.values())
    writer.writerows([_cell(row[name], lang) for name in answer.columns] for row in answer.rows)
    return text.getvalue()


def _cell(value: Any, lang: str) -> str:
    text = shown(value, lang)
    return f"'{text}" if isinstance(value, str | list) and text.startswith(_FORMULA) else text
