"""Records of the same fields on the terminal."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from dutygraph.commands.session import Shape, write_csv, write_json
from dutygraph.commands.terminal.printing import open_console, table_of
from dutygraph.visualize.tables import csv_of, flat
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import as_text


def show_records(rows: Sequence[Mapping[str, Any]], shape: Shape, lang: Language) -> None:
    """Print records as a table, JSON or CSV; the names of the fields stand in ``texts.yaml`` as record_NAME."""
    if shape is Shape.json:
        write_json(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    names = list(rows[0]) if rows else []
    headings = [text(f"record_{name}", lang) for name in names]
    cells = [[as_text(flat(row[name]), lang) for name in names] for row in rows]
    if shape is Shape.csv:
        write_csv(csv_of((headings, cells), lang))
    else:
        open_console().print(table_of("", headings, cells))
