"""Where one regime of supervision ends and the next begins, and which lines are its headings.

A regime is found by its first heading (一、监督检查对象, （一）主要内容 …), in whatever style it is numbered; that is
then the style of its top-level headings. The title is looked for above: titles are numbered in many ways (（一）, (1),
1、, not at all), stand before or after an introduction, and look like the items （一）… inside a section.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dutygraph.ingest.characters import folded
from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.sections.headings import (
    BARE,
    Mark,
    bare_mark,
    ends_sentence,
    read_mark,
    without_number,
)

_KIND = section_kinds()["supervision"]
WORDS = _KIND.words
_HEADINGS = frozenset([*_KIND.columns["targets"], *_KIND.columns["part"]])
_LONGEST_BARE = 10
"""Characters of a heading without a number."""
_LONGEST_TITLE = 48
_SHORTEST_TITLE = 4
_LOOK_BACK = 6
"""A title stands at most so many paragraphs above the first heading (title, issuer, and an introduction)."""


@dataclass(frozen=True, slots=True)
class RegimeHeading:
    """A top-level heading and the index of its line."""

    at: int
    mark: Mark


@dataclass(slots=True)
class RegimeStart:
    """A regime: its title and the index of the title's line, where its body begins, and its headings."""

    title: str
    title_at: int
    body_at: int
    headings: list[RegimeHeading] = field(default_factory=list)


class _Lines:
    """The lines of a section with the number at the beginning of each."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.marks = [read_mark(text) for text in texts]
        self._mark_bare_headings()

    def _mark_bare_headings(self) -> None:
        """Number the headings that are printed without numbers, each regime's anew: one that comes again begins the next.

        So does one below a title (采砂监管). Where other regimes have numbered headings, only 监督检查对象 right below a
        title begins such a regime, as far as the next numbered one.
        """
        numbered = any(map(_opens, self.marks))
        counts = not numbered
        seen: set[str] = set()
        for at, text in enumerate(self.texts):
            mark = bare_mark(text, len(seen) + 1)
            if self.marks[at] or not is_bare_heading(mark):
                counts = counts and not (numbered and _opens(self.marks[at]))
                continue
            titled = at > 0 and self._is_regime_title(at - 1)
            if not (counts or (titled and _is_target(mark))):
                continue
            if mark.text in seen or titled or not counts:
                seen.clear()
                mark = bare_mark(text, 1)
            counts = True
            seen.add(mark.text)
            self.marks[at] = mark

    def _is_regime_title(self, at: int) -> bool:
        """Whether a line can be a title and says so: 采砂监管."""
        return self.is_title(at) and without_number(self.texts[at]).endswith(WORDS["titles"])

    def is_title(self, at: int) -> bool:
        """Whether a line can be a title."""
        return can_be_title(self.texts[at], self.marks[at])

    def family(self, at: int) -> str | None:
        """How a title is numbered; （一） and (1) are mixed freely."""
        mark = self.marks[at]
        return mark.family if mark else None


def can_be_title(text: str, mark: Mark | None) -> bool:
    """Whether a line that begins with the number ``mark`` can be a title: short, no sentence, no heading of a chapter."""
    bare = mark.body if mark else text
    plain = (
        (mark is None or mark.family in ("、", "（）", "制度"))
        and "：" not in bare
        and not ends_sentence(bare)
    )
    return plain and _SHORTEST_TITLE <= len(bare) <= _LONGEST_TITLE


def opens_regime(text: str) -> bool:
    """Whether a cleaned line is the first heading of a regime, by its words: 一、监督检查对象, 监督检查对象：…."""
    mark = read_mark(text) or bare_mark(text, 1)
    return mark.number == 1 and mark.is_heading and _is_target(mark)


def find_regimes(texts: Sequence[str]) -> list[RegimeStart]:
    """Return the regimes in the cleaned lines of a supervision section, in order."""
    lines = _Lines(texts)
    starts = _with_headings(lines)
    starts[:0] = _without_headings(lines, starts[0].title_at if starts else len(texts))
    ends = [start.title_at for start in starts[1:]] + [len(texts)]
    for start, end in zip(starts, ends, strict=False):
        if start.headings:
            start.headings += list(_further_headings(lines, start.headings[0], end))
    return starts


def _with_headings(lines: _Lines) -> list[RegimeStart]:
    """Find first headings: their numbering starts anew, or a title numbered like the last one stands above."""
    starts: list[RegimeStart] = []
    for at, mark in enumerate(lines.marks):
        if mark is None or not _can_be_first(mark):
            continue
        last = starts[-1] if starts else None
        style = last.headings[0].mark if last else mark
        title_at = _title_above(lines, at, last.body_at + 1 if last else 0, style)
        restarts = mark.same_style(style)
        if title_at is None:
            if restarts and _is_known(mark):
                starts.append(RegimeStart("", at, at, [RegimeHeading(at, mark)]))
        elif restarts or (last and lines.family(title_at) == lines.family(last.title_at)):
            starts.append(_titled(lines, title_at, RegimeHeading(at, mark)))
    return starts


def _can_be_first(mark: Mark) -> bool:
    """Number 1 in a style that heads sections; other styles number items as well, so the words must be known."""
    return mark.number == 1 and mark.is_heading and (mark.heads_sections or _is_known(mark))


def is_bare_heading(mark: Mark) -> bool:
    """Say whether the words of a line without a number are those of a heading: known ones, or 检查范围 and the like."""
    text = folded(mark.text)
    if text in _HEADINGS or (text.startswith(WORDS["first_headings"]) and len(text) <= _LONGEST_BARE):
        return True
    fits = text.startswith(WORDS["usual_headings"]) and text.endswith(WORDS["heading_ends"])
    return fits and len(text) <= _LONGEST_BARE


def _opens(mark: Mark | None) -> bool:
    """Whether a line is the numbered first heading of a regime."""
    return mark is not None and mark.number == 1 and _is_known(mark)


def _is_target(mark: Mark) -> bool:
    return folded(mark.text).startswith(WORDS["targets"])


def _is_known(mark: Mark) -> bool:
    return folded(mark.text).startswith(WORDS["targets"] + WORDS["first_headings"])


def _title_above(lines: _Lines, at: int, floor: int, style: Mark) -> int | None:
    """Look upwards for a title, as far as the next heading in the given style."""
    for index in range(at - 1, max(floor, at - _LOOK_BACK) - 1, -1):
        mark = lines.marks[index]
        if mark and mark.is_heading and mark.same_style(style):
            return None
        if lines.is_title(index):
            return index
    return None


def _titled(lines: _Lines, at: int, first: RegimeHeading) -> RegimeStart:
    """A title without number may be the second line of the numbered one above, or repeat it."""
    title = without_number(lines.texts[at])
    if at and lines.marks[at] is None and lines.family(at - 1) == "（）" and lines.is_title(at - 1):
        whole = without_number(lines.texts[at - 1])
        return RegimeStart(whole if whole == title else whole + title, at - 1, at + 1, [first])
    return RegimeStart(title, at, at + 1, [first])


def _without_headings(lines: _Lines, end: int) -> Iterator[RegimeStart]:
    """Yield the regimes before line ``end`` that have text without headings, and a title: numbered, or it says 监管制度.

    A list of names has no text between the titles.
    """
    titles: list[int] = []
    for at in range(end):
        mark = lines.marks[at]
        if mark is None:
            is_title = lines.texts[at].endswith(WORDS["titles"])
        else:
            is_title = mark.family == "（）" and mark.number == len(titles) + 1
        if is_title and lines.is_title(at):
            titles.append(at)
    for at, following in zip(titles, [*titles[1:], end], strict=False):
        if not all(lines.is_title(index) for index in range(at, following)):
            yield RegimeStart(without_number(lines.texts[at]), at, at + 1)


def _further_headings(lines: _Lines, first: RegimeHeading, end: int) -> Iterator[RegimeHeading]:
    """Yield the headings of a regime after the first one, in its style."""
    last, has_items = first, False
    for at in range(first.at + 1, end):
        mark = lines.marks[at]
        if mark is None:
            continue
        is_next = not has_items and _is_next_heading(mark, last.mark)
        if mark.is_heading and (is_next or _follows(mark, first.mark, last.mark)):
            last, has_items = RegimeHeading(at, mark), False
            yield last
        else:
            has_items |= mark.same_style(last.mark)


def _is_next_heading(mark: Mark, last: Mark) -> bool:
    """Whether a line has the next number after a heading, and is as short as one and ends like one (2.部门职责分工).

    Items would begin with 1 below the heading.
    """
    is_next = mark.same_style(last) and mark.number == last.number + 1
    names_section = read_heading(mark.text).section is not None
    return (
        is_next
        and len(mark.text) <= _LONGEST_BARE
        and (names_section or folded(mark.text).endswith(WORDS["heading_ends"]))
    )


def _follows(mark: Mark, first: Mark, last: Mark) -> bool:
    """Chapters and 一、二、 head sections only; other styles number items too, so words and order must fit.

    A number in the other numerals (二、 after 1、) is a slip when it is the next one.
    """
    if mark.family != first.family:
        return False
    if mark.family == BARE:
        return True
    alike = mark.is_chinese == first.is_chinese
    if mark.heads_sections and (alike or mark.family == "章"):
        return True
    in_order = mark.number > last.number if alike else mark.number == last.number + 1
    return in_order and folded(mark.text).startswith(WORDS["usual_headings"])
