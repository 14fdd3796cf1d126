"""Duties printed as paragraphs, without a table: a duty for each; items numbered in another way are its tasks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dutygraph.ingest.document import Paragraph
from dutygraph.ingest.lists.draft import ListDraft
from dutygraph.ingest.lists.frame import is_form_line, is_note
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.titles import is_label
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.records import Duty, Locator, Task
from dutygraph.ingest.text import clean, without_bullet

_NUMBER = re.compile(
    rf"(?P<number>(?P<bracket>[（(]?)(?:(?P<chinese>(?![零〇])[{ITEM_NUMERALS}]{{1,4}})|(?P<circled>[①-⑳])|\d{{1,3}}))"
    r"(?P<behind>[）)]?[、．.，,]?(?!\d))(?P<text>.+)",
    re.DOTALL,
)
_PARTED = re.compile(r"[\s|│;；/\-]+")
_FEWEST_HEADERS = 2
_FIRST_HEADERS = ("序号", "编号")
_NO_TEXT = re.compile(
    r"^(?:[（(【][^（()）】]*[）)】]|(?:附件|附表|表)\d*|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|https?:.*)$"
)
"""A line in a bracket as a whole, the number of an appendix, a date, an address: nothing that a body has to do."""
_STOPS = tuple("。；;！!")
_COLONS = tuple("：:")
_Style = tuple[bool, bool, bool]


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph: the style of its number (None without one), the number as printed, and the text behind it."""

    style: _Style | None
    number: str
    text: str
    paragraph: Paragraph

    @property
    def locator(self) -> Locator:
        return self.paragraph.locator or Locator()


@dataclass(slots=True)
class _Piece:
    """A duty, or a task of one, while its lines are read."""

    first: _Line
    texts: list[str]
    tasks: list["_Piece"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.texts)


def read_prose(paragraphs: Sequence[Paragraph], draft: ListDraft) -> list[Duty]:
    """Return the duties of the paragraphs under a heading of duties; what only leads in to them becomes a warning."""
    words = section_kinds()["duties"].words
    if any(map(_has_header_words, paragraphs)):
        for paragraph in paragraphs:
            draft.warn_unplaced(paragraph)
        return []
    printed = [_line(paragraph) for paragraph in paragraphs]
    told = [line for line in printed if _is_remark(line, words["leads_in"], words["refers"])]
    rest = [line for line in printed if line not in told]
    top = next((line.style for line in rest if line.style), None)
    if rest and rest[0].text.endswith(_COLONS):
        top = rest[0].style
    duties: list[_Piece] = []
    runs_on = 2 * sum(line.text.endswith(_STOPS) for line in rest) > len(rest)
    for line in rest:
        if line.style == top and not (top is None and runs_on and _is_open(duties)):
            duties.append(_Piece(line, [line.text]))
        elif not duties:
            told.append(line)
        else:
            _add(duties[-1], line)
    for line in told:
        draft.warn_unplaced(line.paragraph)
    return [_duty(duty) for duty in duties]


def _has_header_words(paragraph: Paragraph) -> bool:
    """Whether a line is a header, or a cell of one: what follows is a table that was not read as such."""
    printed = " ".join(span.text for span in paragraph.spans)
    words = [clean(part) for part in _PARTED.split(printed)]
    joined = paragraph.text
    longest = max(
        (word for word in vocabulary().header_words if joined.startswith(word)), key=len, default=""
    )
    alike = bool(longest) and any(
        joined[len(longest) :].startswith(word) for word in vocabulary().header_words
    )
    known = sum(word in vocabulary().header_words for word in words)
    return known == len(words) or known >= _FEWEST_HEADERS or (alike and joined.startswith(_FIRST_HEADERS))


def _line(paragraph: Paragraph) -> _Line:
    text = without_bullet(paragraph.text)
    match = _NUMBER.match(text)
    if (
        not match
        or not (match["behind"] or match["circled"])
        or bool(match["bracket"]) > (match["behind"][:1] in "）)")
    ):
        return _Line(None, "", text, paragraph)
    closing = match["behind"][:1] if match["bracket"] else ""
    style = (bool(match["bracket"]), bool(match["chinese"]), bool(match["circled"]))
    return _Line(style, match["number"] + closing, match["text"], paragraph)


def _is_remark(line: _Line, leads_in: Sequence[str], refers: Sequence[str]) -> bool:
    """Whether a line only leads in to the duties (主要职责如下：), says where they stand (详见附件), or is no text."""
    text = line.text
    introduces = text.endswith(_COLONS) and any(word in text for word in leads_in)
    beside = (
        is_note(text)
        or is_form_line([text])
        or bool(_NO_TEXT.match(text))
        or (is_label(text) and text[-1] not in "：:")
    )
    return line.style is None and (introduces or beside or text.startswith(tuple(refers)))


def _is_open(duties: Sequence[_Piece]) -> bool:
    """Whether the sentence above goes on: a conversion cut its paragraph in two."""
    return bool(duties) and not (duties[-1].tasks or duties[-1].text.endswith(_STOPS + _COLONS))


def _add(duty: _Piece, line: _Line) -> None:
    """Add a line as a task if it is numbered like the tasks of its duty, else to the text above."""
    if line.style and (not duty.tasks or duty.tasks[0].first.style == line.style):
        duty.tasks.append(_Piece(line, [line.text]))
    else:
        (duty.tasks[-1] if duty.tasks else duty).texts.append(line.paragraph.text)


def _duty(duty: _Piece) -> Duty:
    tasks = [Task(text=task.text, locator=task.first.locator) for task in duty.tasks]
    return Duty(number=duty.first.number, text=duty.text, locator=duty.first.locator, tasks=tasks)
