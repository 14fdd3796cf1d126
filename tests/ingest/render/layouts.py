"""Every layout of every format that is rendered, by suffix and name."""

from collections.abc import Callable
from typing import TypeVar

from tests.ingest.render import pages, portable, printed, web, word, workbooks
from tests.ingest.render.score import Layout

WORD: dict[str, type[word.Word]] = {
    "plain": word.Word,
    "merged cells": word.Merged,
    "one table": word.OneTable,
    "titles in tables": word.TitledTables,
    "repeated headers": word.RepeatedHeader,
    "split tables": word.Split,
    "nested in a frame": word.Nested,
    "text box titles": word.TextBox,
    "tracked changes": word.Tracked,
    "automatic numbers": word.Numbered,
    "numbers of own lists": word.OwnNumbered,
    "header over two rows": word.Broken,
}
PAGES: dict[str, type[web.Page]] = {
    "plain": web.Page,
    "spanned cells": web.Spanned,
    "one table": web.OneTable,
    "portal": web.Portal,
    "frames": web.Frames,
    "saved by Word": web.SavedByWord,
    "saved by Excel": web.SavedByExcel,
    "lists in cells": web.Listed,
    "left open": web.Broken,
    "sections": web.Sections,
}


SHEETS: dict[str, type[pages.Plain]] = {
    "one sheet": pages.Plain,
    "merged ranges": pages.Merged,
    "lists in cells": pages.Listed,
    "wrapped by hand": pages.Wrapped,
    "hidden": pages.Hidden,
    "a sheet per section": pages.BySection,
}
NAMED_SHEETS: dict[str, type[pages.Plain]] = {
    "stamped": pages.Stamped,
    "titled by section": pages.TitledBySection,
    "a sheet per body": pages.ByBody,
}
"""Those that name the body and print no title."""
FLAT: dict[str, type[pages.Plain]] = {"flat": pages.Flat}
PRINTED: dict[str, type[portable.Portable]] = {
    "whole rows": portable.Portable,
    "cut rows": portable.Cut,
    "merged cells": portable.Merged,
    "heads and feet": portable.QueryFile,
    "centred": portable.Wide,
    "large type": portable.Large,
    "lists in cells": portable.Listed,
    "bold and watermark": portable.Marked,
    "merged, whole rows": portable.Unbroken,
    "turned pages": printed.Turned,
    "upright watermark": printed.Watermarked,
    "open at page breaks": printed.Open,
    "no lines": printed.Unruled,
    "lines between rows": printed.Lined,
    "form line and footnote marks": printed.Noted,
}


Writer = Callable[[list[pages.Page], str, str], bytes]
WORKBOOKS = SHEETS | NAMED_SHEETS | FLAT


T = TypeVar("T")
MOVES = {"every": -1, "at_most": 4, "margin": -11}
"""By how much what sets the breaks is changed: the rows of a part, the characters of a line, the points of a margin."""


def with_moved_breaks(layout: type[T]) -> type[T] | None:
    """Return the layout with pages, parts and lines that end elsewhere; None where nothing of it is broken."""
    moved = {name: getattr(layout, name) + by for name, by in MOVES.items() if hasattr(layout, name)}
    return type(layout.__name__, (layout,), moved) if moved else None


def _fresh(layout: type[word.Word] | type[web.Page] | type[portable.Portable]) -> Layout:
    moved = with_moved_breaks(layout)
    return Layout(
        lambda lists: layout().render(lists),
        moved=None if moved is None else lambda lists: moved().render(lists),
    )


def _sheets(layout: type[pages.Plain], write: Callable[[list[pages.Page]], bytes]) -> Layout:
    says = (
        pages.shared_rows
        if layout in FLAT.values()
        else pages.named_by_body
        if layout in NAMED_SHEETS.values()
        else list
    )
    moved = with_moved_breaks(layout)
    return Layout(
        lambda lists: write(layout().pages(lists)),
        says,
        None if moved is None else lambda lists: write(moved().pages(lists)),
    )


def _text(
    delimiter: str, encoding: str, write: Writer = workbooks.delimited
) -> Callable[[list[pages.Page]], bytes]:
    return lambda found: write(found, delimiter, encoding)


LAYOUTS: dict[tuple[str, str], Layout] = {
    **{(".docx", name): _fresh(layout) for name, layout in WORD.items()},
    **{(".html", name): _fresh(layout) for name, layout in PAGES.items()},
    **{(".xlsx", name): _sheets(layout, workbooks.xlsx) for name, layout in WORKBOOKS.items()},
    **{(".xls", name): _sheets(layout, workbooks.xls) for name, layout in WORKBOOKS.items()},
    **{(".pdf", name): _fresh(layout) for name, layout in PRINTED.items()},
    (".csv", "commas, with mark"): _sheets(pages.Plain, _text(",", "utf-8-sig")),
    (".csv", "semicolons"): _sheets(pages.Listed, _text(";", "utf-8")),
    (".csv", "semicolons, GB18030"): _sheets(pages.Listed, _text(";", "gb18030")),
    (".csv", "flat"): _sheets(pages.Flat, _text(",", "gb18030")),
    (".csv", "exported"): _sheets(pages.Plain, _text(",", "gb18030", workbooks.exported)),
    (".csv", "exported, date and unit rows"): _sheets(pages.Merged, _text(",", "utf-8", workbooks.exported)),
    (".csv", "tabs, exported"): _sheets(pages.Hidden, _text("\t", "utf-8-sig", workbooks.exported)),
    (".csv", "section by section"): _sheets(pages.BySection, _text(",", "gb18030")),
    (".csv", "stamped"): _sheets(pages.Stamped, _text(";", "utf-8-sig", workbooks.exported)),
    (".tsv", "tabs, UTF-16"): _sheets(pages.Wrapped, _text("\t", "utf-16")),
}
