"""Every layout of every format that is rendered, by suffix and name."""

from tests.ingest.render import web, word
from tests.ingest.render.score import Render

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


def _fresh(layout: type[word.Word] | type[web.Page]) -> Render:
    return lambda lists: layout().render(lists)


LAYOUTS: dict[tuple[str, str], Render] = {
    **{(".docx", name): _fresh(layout) for name, layout in WORD.items()},
    **{(".html", name): _fresh(layout) for name, layout in PAGES.items()},
}
