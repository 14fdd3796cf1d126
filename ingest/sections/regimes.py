"""Where one regime of supervision ends and the next begins, and which lines are its headings.

A regime is found by its first heading (一、监督检查对象, 一、主要内容 …): its title is looked for above, since titles
are numbered in many ways (（一）, (1), not at all), stand before or after an introduction, and look like the items
（一）… inside a section.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.numerals import chinese_to_int
from ingest.vocabulary import vocabulary

_HEADING = re.compile(r"^(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})\s*[、．.，,]\s*(?P<text>\S.*)$")
_CHAPTER = re.compile(r"^第(?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})章(?P<text>.+)$")
_NUMBERED = re.compile(r"^[（(](?P<number>[一二三四五六七八九十]{1,3}|\d{1,2})[）)](?P<text>.+)$")
_SENTENCE_END = "。；;：:，,、！!？?"
_LONGEST_HEADING = 30
_LONGEST_TITLE = 48
_LOOK_BACK = 6
"""A title stands at most so many paragraphs above the first heading (title, issuer, and an introduction)."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A top-level heading: line index, text without number, and text that follows it on the same line."""

    at: int
    text: str
    rest: str = ""


@dataclass(slots=True)
class RegimeStart:
    """A regime: its title and the line index of it, where its body begins, and its headings."""

    title: str
    title_at: int
    body_at: int
    headings: list[Heading] = field(default_factory=list)


def find_regimes(lines: Sequence[str]) -> list[RegimeStart]:
    """Return the regimes in the cleaned lines of a supervision section, in order."""
    starts: list[RegimeStart] = []
    for at, line in enumerate(lines):
        heading = _heading(at, line)
        if heading and _is_first(line, heading):
            floor = _end_of_last_heading(starts)
            if found := _title_above(lines, at, floor, len(starts) + 1):
                starts.append(found)
    _add_headless_first(lines, starts)
    ends = [start.title_at for start in starts[1:]] + [len(lines)]
    for start, end in zip(starts, ends, strict=False):
        start.headings = _headings(lines, start.body_at, end)
    return starts


def title_text(line: str) -> str:
    """Return a title line without its number."""
    match = _NUMBERED.match(line)
    return match["text"] if match else line


def _heading(at: int, line: str) -> Heading | None:
    match = _HEADING.match(line)
    if not match:
        return None
    text, colon, rest = match["text"].partition("：")
    if len(text) > _LONGEST_HEADING or text[-1] in _SENTENCE_END:
        return None
    return Heading(at, text, rest if colon else "")


def _is_first(line: str, heading: Heading) -> bool:
    """A first heading is numbered 1; an Arabic 1 also begins lists of items, so it must be a known heading."""
    number = _HEADING.match(line)
    if number is None or chinese_to_int(number["number"]) != 1:
        return False
    return not number["number"].isdigit() or _is_known(heading.text)


def _is_known(text: str) -> bool:
    words = vocabulary()
    return text.startswith(words.targets + words.first_headings)


def _end_of_last_heading(starts: Sequence[RegimeStart]) -> int:
    return starts[-1].body_at + 1 if starts else 0


def _title_above(lines: Sequence[str], at: int, floor: int, expected: int) -> RegimeStart | None:
    """Look upwards from a first heading for its title; without one, a known heading starts an untitled regime."""
    for index in range(at - 1, max(floor, at - _LOOK_BACK) - 1, -1):
        if _heading(index, lines[index]) and not _is_title(lines[index]):
            break
        if _is_title(lines[index]):
            return _with_line_above(lines, index, floor)
    if _is_known(_HEADING.match(lines[at])["text"]):  # type: ignore[index]  # the caller matched it
        return RegimeStart("", at, at)
    return None


def _is_title(line: str) -> bool:
    text = title_text(line)
    plain = not (_CHAPTER.match(line) or _HEADING.match(line) or "：" in line)
    return plain and len(text) <= _LONGEST_TITLE and text[-1] not in _SENTENCE_END and len(text) > 3


def _with_line_above(lines: Sequence[str], index: int, floor: int) -> RegimeStart:
    """A title without number may be the second line of the numbered one above, or repeat it."""
    title = title_text(lines[index])
    above = lines[index - 1] if index > floor else ""
    if not _NUMBERED.match(lines[index]) and _NUMBERED.match(above) and _is_title(above):
        whole = title_text(above)
        return RegimeStart(whole if whole == title else whole + title, index - 1, index + 1)
    return RegimeStart(title, index, index + 1)


def _add_headless_first(lines: Sequence[str], starts: list[RegimeStart]) -> None:
    """A title at the very beginning with text of its own before the next title is a regime without headings."""
    end = starts[0].title_at if starts else len(lines)
    if (
        end > 1
        and _NUMBERED.match(lines[0])
        and _is_title(lines[0])
        and not all(_is_title(x) for x in lines[:end])
    ):
        starts.insert(0, RegimeStart(title_text(lines[0]), 0, 1))


def _headings(lines: Sequence[str], begin: int, end: int) -> list[Heading]:
    """Return the top-level headings of a regime: its chapters if it has any before the first heading, else 一、二、…"""
    chapters = [
        (i, m)
        for i in range(begin, end)
        if (m := _CHAPTER.match(lines[i])) and len(lines[i]) <= _LONGEST_HEADING
    ]
    if chapters and all(_heading(i, lines[i]) is None for i in range(begin, chapters[0][0])):
        return [Heading(i, m["text"]) for i, m in chapters]
    found: list[Heading] = []
    arabic = False
    for at in range(begin, end):
        heading, match = _heading(at, lines[at]), _HEADING.match(lines[at])
        if not heading or not match:
            continue
        is_arabic = match["number"].isdigit()
        if not found:
            arabic = is_arabic
        if is_arabic == arabic == False or _continues(match["number"], heading, len(found), arabic):  # noqa: E712
            found.append(heading)
    return found


def _continues(number: str, heading: Heading, count: int, arabic: bool) -> bool:
    """An Arabic number heads a section where all do, or where a known heading is next in order (a slip)."""
    in_order = chinese_to_int(number) == count + 1
    return in_order and (arabic or heading.text.startswith(("监督检查", "监督指导", "监管", "检查")))
