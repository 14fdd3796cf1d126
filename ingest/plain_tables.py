"""Tables as they are printed, for what is no list: a letter that comes back filled in."""

from dutygraph.ingest.records import Locator, Record


class PlainCell(Record):
    """A cell: its text with its line breaks, and its place; a cell that a merge covers has neither."""

    text: str = ""
    place: Locator | None = None


class PlainTables(Record):
    """Tables: each a grid of rows."""

    tables: list[list[list[PlainCell]]]
