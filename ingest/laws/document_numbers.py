"""Document numbers: 湘政办发〔2013〕4号, 国务院令第588号, 第226号省长令, 第十二届省人大常委会第6号公告."""

import re
from dataclasses import dataclass

from dutygraph.ingest.numerals import NUMERALS
from dutygraph.ingest.text import clean

OPENING = "〔[【(（﹝［〖"
CLOSING = "〕]】)）﹞］〗"
_OPEN, _CLOSE = f"[{re.escape(OPENING)}]", f"[{re.escape(CLOSING)}]"

_DIGITS = r"\d[\d\s]{0,11}"
"""Bounded: no number is longer, and the time for a cell full of digits would grow with the square of its length."""
_COUNT = rf"(?:{_DIGITS}|[{NUMERALS}]{{1,8}})"
_YEAR = r"(?:19|20)\d\s*\d"
_BRACKETED_YEAR = rf"(?:{_OPEN}\s*{_YEAR}\s*{_CLOSE}|[〔\[【]\s*{_YEAR}|(?<=[一-鿿]){_YEAR}\s*[〕\]】])"
"""The year in brackets, one of which may be missing (国办函2016〕25号)."""
_YEARED = rf"{_BRACKETED_YEAR}\s*(?:第\s*)?{_DIGITS}(?:号|(?={_CLOSE}))"
_ORDER = rf"令\s*(?:(?:19|20)\d\d\s*年\s*)?(?:第\s*)?{_COUNT}号"
_REVERSED = rf"第\s*{_COUNT}号\s*(?:国务院|主席|省长|市长|部长)?令"
_NOTICE = rf"(?:第\s*)?{_COUNT}号\s*公告|公告\s*(?:(?:19|20)\d\d\s*年\s*)?第\s*{_COUNT}号"
_SHORT = rf"(?<=[（(])\s*第\s*{_COUNT}号(?=\s*[)）])"
_CORE = re.compile(rf"(?P<yeared>{_YEARED})|(?P<order>{_ORDER}|{_REVERSED}|{_NOTICE})|(?P<short>{_SHORT})")
_ISSUER = re.compile(r"[一-鿿、，\s]{1,60}$")
_CODE = re.compile(r"(?:[一-鿿]\s?){1,14}$")
_AFTER = re.compile(
    r".*(?:通知|意见|决定|办法|规定|文件|纪要|通过|公布|发布|修订|修正|根据|依据|依照|按照|遵照|落实|执行|印发|[年月日次])",
    re.DOTALL,
)
"""Words that no number contains: it begins behind the last of them."""
_BODY = re.compile(r".*(?:银行|委员会|人民政府|总局|办公厅|办公室)(?=.{2})", re.DOTALL)
"""The full name of an issuer before its code (中国人民银行财监字): the number is the code."""
_AUTHORITY = re.compile(r".*(?=中华人民共和国|国家|国务院)", re.DOTALL)
"""Words at which the issuer of an order begins in running text (具备国家安监总局令第20号)."""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number as printed, without blanks; it stands at text[start:end]."""

    start: int
    end: int
    text: str
    is_full: bool
    """Whether the number names a document by itself: a code or issuer is printed with it."""


def find_document_numbers(text: str) -> list[DocumentNumber]:
    """Find every document number in ``text``, in order, with the code or issuer printed before it."""
    numbers: list[DocumentNumber] = []
    end = 0
    for core in _CORE.finditer(text):
        start = _start(text, core, end)
        end = core.end()
        is_full = bool(core["order"]) or len(clean(text[start : core.start()])) > 1
        numbers.append(DocumentNumber(start, end, clean(text[start:end]), is_full))
    return numbers


def _start(text: str, core: re.Match[str], floor: int) -> int:
    """Return the offset of the code or issuer before the core of a number, at least ``floor``."""
    if core["yeared"]:
        return _code_start(text, core.start(), floor)
    if core["order"]:
        return _issuer_start(text, core.start(), floor)
    return core.start()


def _code_start(text: str, core: int, floor: int) -> int:
    """Return the offset of the issuer's code before the year at ``core``."""
    code = _CODE.search(text, max(floor, core - 20), core)
    if code is None:
        return core
    return _begin(text, code.start(), core, _AFTER, _BODY)


def _issuer_start(text: str, core: int, floor: int) -> int:
    """Return the offset of the issuer of an order or notice; inside brackets, the whole text before it is the issuer."""
    issuer = _ISSUER.search(text, max(floor, core - 60), core)
    if issuer is None:
        return core
    bracketed = issuer.start() > 0 and text[issuer.start() - 1] in OPENING
    return _begin(text, issuer.start(), core, _AFTER, *(() if bracketed else (_AUTHORITY,)))


def _begin(text: str, start: int, end: int, *cuts: re.Pattern[str]) -> int:
    for cut in cuts:
        match = cut.match(text, start, end)
        if match:
            start = match.end()
    while start < end and (text[start].isspace() or text[start] in "、，"):
        start += 1
    return start
