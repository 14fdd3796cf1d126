"""Account for all Chinese text of a document: what no record holds must be furniture, or named by a warning."""

import re
from collections import Counter
from collections.abc import Iterator

from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.records import Document, DutyList
from dutygraph.ingest.text import MARKUP, clean

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NUMBER = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.，,]+|第[一二三四五六七八九十\d]{1,3}[章节])"
)
_CUT = re.compile(rf"(?:{MARKUP.pattern})|\s+|[（(]?\d{{1,2}}[）)、．.]", re.IGNORECASE)
_STAMP = re.compile(r"^(?:部门|单位|填报)\S{0,8}[：:]")
_LONGEST_NAME = 20
"""A shorter text is often printed again on a new page, so it is enough to find it once."""


def unaccounted(text: str, document: Document) -> list[tuple[int, str]]:
    """Return line and text of everything printed that neither a record holds nor a warning names."""
    held = "\n".join(clean(part) for found in document.lists for part in _held(found))
    warned = _warned(text, document)
    printed: Counter[str] = Counter()
    missing = []
    for number, line in enumerate(text.splitlines(), 1):
        if number in warned or read_heading(line).section or _STAMP.match(clean(line)):
            continue
        for piece in _pieces(line, held):
            printed[piece] += 1
            wanted = 1 if len(piece) <= _LONGEST_NAME else printed[piece]
            if held.count(piece) < wanted and not _is_header(piece):
                missing.append((number, piece))
    return missing


def _warned(text: str, document: Document) -> set[int]:
    """Return the lines that warnings name; the warning of a cell also names the further lines of the cell."""
    named = {warning.locator.line for found in document.lists for warning in found.warnings}
    lines: set[int] = set()
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        inside = number in named or (inside and not line.startswith("\t"))
        if inside:
            lines.add(number)
        inside = inside and (line.startswith("\t") or number not in named)
    return lines


def _pieces(line: str, held: str) -> Iterator[str]:
    """Cut a line at its cells, and a cell that is not found as a whole at its items."""
    for cell in line.split("\t"):
        whole = _NUMBER.sub("", clean(cell))
        parts = [whole] if whole in held else [clean(part) for part in _CUT.split(cell)]
        yield from (part for part in parts if _HAN.search(part) and part not in vocabulary().nothing)


def _is_header(piece: str) -> bool:
    """Whether the piece is a header's text, or the half of one that was cut."""
    return any(word.startswith(piece) or word.endswith(piece) for word in vocabulary().header_words)


def _held(found: DutyList) -> Iterator[str]:
    """Every text of a list's records, one by one, and what its warnings quote."""
    yield found.title
    yield from (warning.message for warning in found.warnings)
    for duty in found.duties:
        yield from (duty.number, duty.text, duty.remark or "")
        for task in duty.tasks:
            yield from (task.text, task.office or "", task.remark or "")
    for boundary in found.boundaries:
        yield from (boundary.number, boundary.matter)
        for party in boundary.parties:
            yield from (party.department, party.division or "", party.basis or "", party.case or "")
    for service in found.services:
        yield from (
            service.number,
            service.name,
            service.content or "",
            service.handler or "",
            service.phone or "",
        )
    for regime in found.supervision:
        yield from (regime.title, regime.title)  # over a list of names, or twice above its body
        for section in regime.body:
            yield from (section.heading, f"{section.heading}：{section.text}", *section.text.splitlines())
    for rule in found.rules:
        yield rule.title
        for article in rule.articles:
            first, *rest = article.text.splitlines()
            yield from (article.number + first, first, *rest)
