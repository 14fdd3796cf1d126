"""Markdown, as programs for text recognition write it: headings, pipe tables, and tables in HTML."""

import re
from itertools import pairwise

from markdown_it import MarkdownIt

from dutygraph.ingest.document import Block
from dutygraph.ingest.files.encoding import decode
from dutygraph.ingest.readers.html.reader import read_html

_FENCE = re.compile(r"^[ \t]*(?:```|~~~)[^\n`]*$", re.MULTILINE)
"""Lines around code; programs put them around a whole page."""
_IMAGE = re.compile(r"!\[[^\]\n]{0,200}\]\([^()\n]{1,400}\)")
_NOT_MEANT = ("code", "fence", "link", "image", "reference", "autolink")
"""Rules of Markdown that no document means: [2016] and four blanks are text. Images are found before, in linear time."""


def read_markdown(data: bytes, source: str) -> list[Block]:
    """Return the blocks of a Markdown file, read as the page that it stands for; raises UnreadableDocumentError."""
    text = _with_whole_rules(_IMAGE.sub("<img>", _FENCE.sub("", decode(data, source))))
    rules = (
        MarkdownIt("commonmark", {"html": True, "breaks": True})
        .enable(["table", "strikethrough"])
        .disable(_NOT_MEANT)
    )
    page = rules.render(text)
    return read_html(f"<meta charset=utf-8><body>{page}".encode(), source)


def _with_whole_rules(text: str) -> str:
    """Return a text in which the ruled line below the header of a table has as many parts as the header.

    Text recognition counts them wrong, and it is no table then.
    """
    lines = text.split("\n")
    for at, (header, line) in enumerate(pairwise(lines), start=1):
        if "|" in header and {"|", "-"} <= set(line) <= set("|-: \t"):
            parts = header.strip().removeprefix("|").removesuffix("|").count("|") + 1
            lines[at] = f"|{'-|' * parts}"
    return "\n".join(lines)
