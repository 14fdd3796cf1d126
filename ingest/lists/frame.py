"""The frame that a form prints around a list's content: 填表人：… 审核人：…, 合计, 注：…."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dutygraph.ingest.word_files import load_words

_COUNT = re.compile(r"^(?:共?\d++(?:[项条个件家名](?:[^\W\d_]{2,10}(?:事项|职责))?+)?+[，,、；;]?|[/\-—])*+$")
_LONGEST = 160
_LONGEST_FOOT = 300
"""Characters; a letter may be copied to many."""
_DATE = r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
_LONGEST_VALUE = 24
_SHORTEST_ALONE = 3
_FEWEST_COUNTED = 3
_COUNTS = (
    tuple(map(str, range(1, 20))),
    "甲乙丙丁戊己庚辛壬癸",
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫",
    "ABCDEFGHIJKL",
    "一二三四五六七八九",
)
"""How columns are counted."""
_LONGEST_PAGE_LINE = 20
_LONGEST_CONTENTS = 160
_PAGE_LINE = re.compile(
    r"^(?:[-—–―－]{0,2}\d{1,4}[-—–―－]{1,2}|第\d{1,4}页[，,/]?(?:共\d{1,4}页)?|[（(]?(?:此|本)页(?:以下)?无正文[）)]?|[（(]?续[上]?表[）)]?)$"
)
"""As cleaned: the dash before a number may be taken for that of a list and be gone."""
_LETTER = re.compile(
    r"^(?:各(?!自)[^。；：:]{2,80}(?:单位|部门|机构|政府|办事处|机关)[：:]|现将[^。；]{2,120}(?:印发|公布|下发|公开|发布)[^。；]{0,40}[。.]?)$"
)
"""Lines of the letter that sends a list out: whom it goes to, and that it is sent."""
_UNIT = re.compile(r"^[（(]?(?:计量|计数|金额)?单位[：:](?:[项个条件家人次]|[千万百亿]?元)[）)]?$")
_CONTENTS = re.compile(r"^(?:目录|.{2,60}(?:…{2,}|[.．·]{4,}|[-—－_]{4,})[（(]?\d{1,3}[）)]?)$")
"""As cleaned: the word over a table of contents that was typed, and its lines with leaders and pages."""
_SENTENCE = re.compile("[。；，]")
_SIGNED = re.compile(r"[（(](?:加?盖?公?章|盖章|签[字名章])[）)]")
"""Where a seal or a signature goes."""
_BRACKET = r"(?:[（(][^（()）]{1,8}[）)])?"


@dataclass(frozen=True, slots=True)
class _FormWords:
    """The words of ``frame.yaml``, ready to be looked up."""

    form: frozenset[str]
    alone: frozenset[str]
    """Labels that are so without a colon; shorter ones (审核) are tasks as well."""
    sums: tuple[str, ...]
    label: re.Pattern[str]
    note: re.Pattern[str]
    foot: re.Pattern[str]
    """A line at the foot of an official letter, or around the text of a web page."""
    contact: re.Pattern[str]


def is_form_line(texts: Sequence[str]) -> bool:
    """Say whether the cleaned texts of a row or a line only tell who filled the form in, who checked it, to whom it went.

    A label may have its value behind a colon (填表人：周某 审核人：郑某) or in the cell beside it. Several labels are a
    form, whatever they are; one is if no row of a list begins so.
    """
    if sum(map(len, texts)) > _LONGEST:
        return False
    words = _words()
    if not words.alone.isdisjoint(texts):
        labelled = [f"{text}：" if text in words.alone else text for text in texts]
    else:
        labelled = list(texts)
    line = "".join(labelled)
    if (
        line in texts
        and len(line) <= _LONGEST_FOOT
        and (words.foot.match(line) or _UNIT.match(line) or _LETTER.match(line))
    ):
        return True
    if not 0 < len(line) <= _LONGEST or not ("：" in line or ":" in line):
        return False
    before, *parts = words.label.split(line)
    labels, values = parts[::2], [value.rstrip("，,；;、。") for value in parts[1::2]]
    plain = all(len(value) <= _LONGEST_VALUE and not _SENTENCE.search(value) for value in values)
    is_form = any(label in words.form for label in labels) or len(labels) > 1 or _SIGNED.search(line)
    return not before.strip("（()） ") and plain and bool(labels and is_form)


def is_contact(text: str) -> bool:
    """Say whether a cleaned line only says whom to ask: 联系电话：5550123."""
    return bool(_words().contact.match(text))


def is_sum(texts: Sequence[str]) -> bool:
    """Say whether the cleaned texts of a row only count the rows above it: 合计, 12项."""
    if not next(filter(None, texts), "").startswith(_words().sums):
        return False
    first, *rest = filter(None, texts)
    word = next(word for word in _words().sums if first.startswith(word))
    return all(_COUNT.match(text) for text in [first.removeprefix(word).lstrip("：:"), *rest])


def counts_columns(texts: Sequence[str]) -> bool:
    """Say whether the cleaned texts of the row below a header only count its columns: 1 2 3 4, 甲 乙 丙 丁, ① ② ③."""
    bare = [text.strip("（()）") for text in texts]
    counts = any(bare == list(series[: len(bare)]) for series in _COUNTS)
    return counts and len(bare) >= _FEWEST_COUNTED


def is_page_line(text: str) -> bool:
    """Say whether a cleaned line is printed on a page and says nothing: - 3 -, 第3页 共9页, 续表, 一、部门职责……3."""
    if len(text) > _LONGEST_CONTENTS:
        return False
    return bool((len(text) <= _LONGEST_PAGE_LINE and _PAGE_LINE.match(text)) or _CONTENTS.match(text))


def is_note(text: str) -> bool:
    """Say whether the first text of a row begins a note on the table: 注：…."""
    return bool(_words().note.match(text))


def is_form(texts: Sequence[str]) -> bool:
    """Say whether the cleaned texts of a row, or of a line, are the form's and not the list's: signatures, a sum."""
    return is_form_line(texts) or is_sum(texts)


@cache
def _words() -> _FormWords:
    data = load_words(Path(__file__).with_suffix(".yaml"))
    labels = "|".join(sorted([*data["form"], *data["beside"]], key=len, reverse=True))
    foot, issued, page, path = ("|".join(data[key]) for key in ("foot", "issued", "page", "path"))
    long = "|".join(word for word in data["page"] if len(word) >= _SHORTEST_ALONE)
    notes = "|".join(sorted(data["notes"], key=len, reverse=True))
    return _FormWords(
        form=frozenset(data["form"]),
        alone=frozenset(word for word in [*data["form"], *data["beside"]] if len(word) >= _SHORTEST_ALONE),
        sums=tuple(data["sums"]),
        label=re.compile(rf"({labels}){_BRACKET}[：:]"),
        note=re.compile(rf"^(?:{notes})(?:$|[：:])"),
        foot=re.compile(
            rf"(?:{foot})[：:]|{_DATE}$|[（(]?共印\d{{1,6}}份[）)]?$"
            rf"|[^，。；：:]{{0,40}}{_DATE}(?:{issued})(?:[（(]?共印\d{{1,6}}份[）)]?)?$"
            rf"|(?:[【\[]?(?:{page})[：:]?[】\]]?){{2,20}}$|[【\[]?(?:{long})[：:]?[】\]]?$|(?:{path})[：:>＞»]"
        ),
        contact=re.compile(
            rf"(?:{'|'.join(data['contact'])}){_BRACKET}[：:][^。；]{{0,{_LONGEST_VALUE}}}[。；]?$"
        ),
    )
