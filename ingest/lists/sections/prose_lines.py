"""Lines of a section in running text: their numbers and the style of these, and which of them are no content."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dutygraph.ingest.document import Paragraph
from dutygraph.ingest.lists.frame import is_form_line, is_note
from dutygraph.ingest.lists.kinds import SectionKind, Words
from dutygraph.ingest.lists.sections.labels import Roles, labelled
from dutygraph.ingest.lists.titles import is_label
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import clean, without_bullet

_NUMBER = re.compile(
    rf"(?P<number>(?P<bracket>[（(]?)(?:(?P<chinese>(?![零〇])[{ITEM_NUMERALS}]{{1,4}})|(?P<circled>[①-⑳])|\d{{1,3}}))"
    r"(?P<behind>[）)]?[、．.，,]?(?!\d))(?P<text>.+)",
    re.DOTALL,
)
_NAMED_NUMBER = re.compile(
    rf"^(?:主要)?(?:职责|事项)(?P<number>(?![零〇])[{ITEM_NUMERALS}]{{1,3}}|\d{{1,3}})[：:、．.]+(?=.)"
)
"""A number that says what it counts: 职责一：."""
_PARTED = re.compile(r"[\s|│;；/\-]+")
_FEWEST_HEADERS = 2
_FIRST_HEADERS = ("序号", "编号")
_NO_TEXT = re.compile(
    r"^(?:[（(【][^（()）】]*[）)】]|(?:附件|附表|表)\d*|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|https?:.*)$"
)
"""A line in a bracket as a whole, the number of an appendix, a date, an address: nothing that a body has to do."""
COLONS = tuple("：:")
Style = tuple[bool, bool, bool]
"""Whether a number stands in brackets, is Chinese, is circled."""


@dataclass(frozen=True, slots=True)
class ProseLine:
    """A paragraph: the style of its number (None without one), the number as printed, and the text behind it."""

    style: Style | None
    number: str
    text: str
    paragraph: Paragraph

    @property
    def locator(self) -> Locator:
        """Where the paragraph stands."""
        return self.paragraph.locator or Locator()


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


def prose_line(paragraph: Paragraph) -> ProseLine:
    """Return a paragraph with its number apart; what only looks like one (3.5万吨) stays in the text."""
    text = _NAMED_NUMBER.sub(r"\g<number>、", without_bullet(paragraph.text))
    match = _NUMBER.match(text)
    if (
        not match
        or not (match["behind"] or match["circled"])
        or bool(match["bracket"]) > (match["behind"][:1] in "）)")
    ):
        return ProseLine(None, "", text, paragraph)
    closing = match["behind"][:1] if match["bracket"] else ""
    style = (bool(match["bracket"]), bool(match["chinese"]), bool(match["circled"]))
    return ProseLine(style, match["number"] + closing, match["text"], paragraph)


def content_and_remarks(
    paragraphs: Sequence[Paragraph], section: SectionKind, labels: Roles
) -> tuple[list[ProseLine], list[ProseLine]]:
    """Return the lines of a section that are content, and those that are none.

    A line that begins with one of the ``labels`` is content. Where a line is the header of a table none is: the table was
    not read as such.
    """
    lines = [prose_line(paragraph) for paragraph in paragraphs]
    if any(map(_has_header_words, paragraphs)):
        return [], lines
    content: list[ProseLine] = []
    remarks: list[ProseLine] = []
    for line in lines:
        has_label = any(labelled(line.text, section.field, labels))
        (content if has_label or not _is_remark(line, section.words) else remarks).append(line)
    return content, remarks


def _is_remark(line: ProseLine, words: Mapping[str, Words]) -> bool:
    """Whether a line only leads in to the content (主要职责如下：), says where that stands (详见附件), or is no text."""
    text = line.text
    introduces = text.endswith(COLONS) and any(word in text for word in words["leads_in"])
    beside = (
        is_note(text)
        or is_form_line([text])
        or bool(_NO_TEXT.match(text))
        or (is_label(text) and text[-1] not in "：:")
    )
    return line.style is None and (introduces or beside or text.startswith(words["refers"]))
