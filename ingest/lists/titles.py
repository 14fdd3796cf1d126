"""The lines that say whose list it is: 某区民政局责任清单（2023年版）, 部门名称（盖章）：某区民政局, 关于公布…的通知."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from dutygraph.ingest.characters import folded
from dutygraph.ingest.lists.headings import are_several, is_body, read_heading
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.text import without_bullet

BRACKET = re.compile(r"[（(]([^（）()]*)[）)]")
_COUNT = rf"(?:[{ITEM_NUMERALS}]{{1,3}}|\d{{1,3}})"
_LEAD = re.compile(
    rf"^(?:(?:附件|附表|附录){_COUNT}?(?:[-—－]\d{{1,2}})?[：:、．.\s]*|第{_COUNT}(?:部分|章|节|篇|编|册)[：:、．.\s]*"
    rf"|{_COUNT}[、．.](?!\d)|[（(]{_COUNT}[）)]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ①-⑳][、．.]?)+"
)
_EDITION = re.compile(
    rf"(?:[（(][^（）()]*[）)]|(?:\d|[{ITEM_NUMERALS}]){{4}}年?(?:版|本|度)?|第{_COUNT}批"
    r"|(?:汇总|汇编|一览|明细|登记|统计|公示)表?|(?<=清单)表)$"
)
_YEAR = re.compile(r"^\d{4}年度?|\d{4}年度?$")
_EDITION_BEHIND = re.compile(r"[）)]|\d{4}年?(?:版|本)?")
JOINTS = "—-－：:（()） "
"""What may stand between a title and the heading on its line."""
_NOTICE = re.compile(
    r"关于(?:公布|印发|公开|发布|下发|调整|更新)(?P<title>[^。；，：]{2,50})的(?:通知|公告|公示|通告|决定|函)$"
)
_LABEL = re.compile(r"^[（(]?[^：:，。；]{2,14}[：:][^，。；]{0,20}$")
_SENTENCE = re.compile("[。；，：:;,、！？>＞»]")
LONGEST_TITLE = 60
"""Characters."""
_LONGEST_LEAD = 10
_LONGEST_STAMP = 120


def is_title_line(text: str) -> bool:
    """Say whether a cleaned line can be (part of) a title: short, and no sentence."""
    if not 0 < len(text) <= LONGEST_TITLE:
        return False
    return not _SENTENCE.search(text) or not _SENTENCE.search(BRACKET.sub("", body_first(without_lead(text))))


def body_first(title: str) -> str:
    """Return a title that names its body in another place as most do, without its edition; other texts as they are.

    责任清单（某局）, 责任清单：某局, 某局：责任清单 and 《某局责任清单》（2023年版） all are 某局责任清单.
    """
    match = _other_forms().match(folded(title)) if len(title) <= LONGEST_TITLE else None
    if not match:
        return title
    part = next(name for name in ("inside", "behind", "marked", "before", "whole") if match[name])
    body, word = (
        title[match.start(part) : match.end(part)],
        match["word"] or match["first"] or match["last"] or "",
    )
    return body + word if part == "whole" or names_body(body) else title


def without_lead(text: str) -> str:
    """Return a title without the number in front of it: 附件1：, （二）, 3."""
    text = without_bullet(text)
    return _LEAD.sub("", text) or text


def is_lead(text: str) -> bool:
    """Say whether a line is nothing but such a number: 附件2."""
    return len(text) <= _LONGEST_LEAD and bool(_LEAD.fullmatch(text))


@lru_cache(maxsize=4096)  # a line is looked at by several steps
def names_list(text: str) -> bool:
    """Say whether a line ends in 责任清单 or the like; the edition behind it, such as （2015年版）, does not matter.

    No title are the heading of a section that ends so (一、部门职责清单) and what is done with lists (编制权责清单).
    """
    bare = without_edition(folded(body_first(text))) if len(text) <= LONGEST_TITLE else ""
    if not bare.endswith(vocabulary().list_words):
        return False
    heading = read_heading(bare)
    if heading.section and not heading.body:
        return False
    return not without_lead(bare).startswith(vocabulary().list_verbs)


def is_numbered_part(text: str) -> bool:
    """Say whether a line is a number and 责任清单 or the like alone: 二、权力清单 heads a part of the list above."""
    bare = without_lead(text)
    return bare != text and folded(bare) in vocabulary().list_words


def names_body(text: str) -> bool:
    """Say whether a line ends as the name of a body does (局, 委员会 …), or is such a name in a bracket."""
    return folded(BRACKET.sub("", text) or text.strip("（）()")).endswith(vocabulary().body_words)


def body_of(title: str) -> str:
    """Return the body that a title names, without its brackets; "" where it names none.

    That is a title over many bodies (某区政府部门责任清单), and one that only says what it lists (属地管理事项责任清单).
    """
    named = claimed_name(title)
    return named if folded(named).endswith(vocabulary().title_bodies) and not are_several(named) else ""


def claimed_name(title: str) -> str:
    """Return what stands in a title where a body is named, be it one or not; "" for a title over many bodies."""
    bare = without_edition(body_first(without_lead(title)))
    body, many = without_list_words(BRACKET.sub("", bare)), False
    body = _YEAR.sub("", body)
    while scope := _ending(body, vocabulary().title_scopes):
        body, many = body[: -len(scope)], True
    if many and body.endswith("政府"):
        return ""
    is_zone = not many and _ending(body, vocabulary().zones)
    return "" if _ending(body, vocabulary().regions) and not is_zone else body


def without_list_words(title: str) -> str:
    """Return a title without 责任清单 or the like at its end."""
    word = _ending(title, vocabulary().list_words)
    return title[: len(title) - len(word)]


def adds_to_title(text: str) -> bool:
    """Say whether a line holds nothing but words that follow a body's name in a title: 部门责任清单, （2015年版）."""
    if len(text) > LONGEST_TITLE or body_first(text) != text:
        return False
    rest = without_list_words(without_edition(text))
    while scope := _ending(rest, vocabulary().title_scopes):
        rest = rest[: -len(scope)]
    return bool(text) and not rest


def begins_list(text: str, below: str, *, stands_apart: bool) -> bool:
    """Say whether a line behind a table begins the next list, rather than going on with the table's last cell.

    It is a title that stands apart from the table, or a title or a body's name that a heading or a header follows;
    ``below`` is the text of the next line or cell.
    """
    if not is_title_line(text):
        return False
    is_title = names_list(text) and not adds_to_title(text)
    if is_title and stands_apart and body_of(text):
        return True
    opens = below in vocabulary().header_words or read_heading(below).section is not None
    if is_title:
        return opens or bool(stamped_body(below)) or is_label(below)
    named = names_body(text) and is_body(without_lead(text).strip("（）()"))
    return named and (opens or (names_list(below) and adds_to_title(below)))


def cut_from_heading(text: str) -> int | None:
    """Return where a title ends that a heading follows on the same line (某局责任清单一、部门职责), None in other lines."""
    if len(text) > LONGEST_TITLE:
        return None
    simple = folded(text)
    for word in vocabulary().list_words:
        if word not in simple or not names_list(text[: (end := simple.find(word) + len(word))]):
            continue
        for at in (end, *(match.end() for match in _EDITION_BEHIND.finditer(text, end))):
            if read_heading(text[at:].strip(JOINTS)).section:
                return at
    return None


def noticed_title(text: str) -> str | None:
    """Return the title in a notice's name (关于公布某区民政局责任清单的通知), None for another line."""
    match = _NOTICE.search(folded(text)) if len(text) <= _LONGEST_STAMP else None
    title = text[match.start("title") : match.end("title")] if match else ""
    return title if names_list(title) else None


def is_label(text: str) -> bool:
    """Say whether a line only states a date, a name or the like beside its label: 填报日期：2015年6月, 单位：元."""
    return bool(_LABEL.match(text))


def is_stamp_label(text: str) -> bool:
    """Say whether a text is the label before a body's name: 填报单位（盖章）."""
    return len(text) <= LONGEST_TITLE and bool(_stamp_label().fullmatch(folded(text)))


def stamped_body(text: str) -> str | None:
    """Return the body named in a line such as 部门名称（盖章）：某局　填报日期：…, or None."""
    match = _stamp().match(folded(text)) if len(text) <= _LONGEST_STAMP else None
    return text[match.start("name") : match.end("name")] if match else None


def _ending(text: str, words: Sequence[str]) -> str:
    """Return the first of the words that a text ends with, in whatever characters; "" for none."""
    simple = folded(text)
    return next((word for word in words if simple.endswith(word)), "")


def without_edition(title: str) -> str:
    """Return a title without 《》 around it and the edition at its end: （2023年版）, 2021年本, 第二批."""
    if title.startswith("《") and title.endswith("》"):
        title = title[1:-1]
    while (bare := _EDITION.sub("", title)) != title:
        title = bare
    return title


@cache
def _other_forms() -> re.Pattern[str]:
    """A title that begins with 责任清单, has a mark between the body and it, or stands in 《》 before its edition."""
    word = "|".join(vocabulary().list_words)
    body, joint = r"[^（()）【】\[\]《》：:，。；—]", "[：:—－·-]{1,3}"
    edition = r"(?:[（(][^（()）]{1,20}[）)])?"
    return re.compile(
        rf"《?(?P<word>{word})(?:[（(【\[](?P<inside>{body}{{2,30}})[）)】\]]|{joint}(?P<behind>{body}{{2,30}}))》?{edition}$"
        rf"|[（(【\[](?P<first>{word})[）)】\]](?:{joint})?(?P<marked>{body}{{2,30}}){edition}$"
        rf"|《?(?P<before>{body}{{2,40}})(?:{joint}|[（(【\[])(?P<last>{word})[）)】\]]?》?{edition}$"
        rf"|《(?P<whole>[^《》]{{2,50}}(?:{word}))》{edition}$"
    )


@cache
def _stamp_label() -> re.Pattern[str]:
    labels = "|".join(sorted(vocabulary().stamp_labels, key=len, reverse=True))
    return re.compile(rf"(?:{labels})[（(]?(?:加盖公章|盖章|公章|签章|章)?[）)]?[：:]?")


@cache
def _stamp() -> re.Pattern[str]:
    """The line of the label and the name; behind it may stand the date and who filled it in."""
    return re.compile(
        rf"^{_stamp_label().pattern}(?<=[：:])(?P<name>[^\s：:，。；]{{2,40}}?)"
        r"(?:[（(](?:加盖公章|盖章|公章|章)[）)])?"
        r"(?:(?:(?:填报|填表|编制|公布|制表|报送|联系|负责|审核|经办|更新)[^：:]{0,8}|单位|日期|时间)[：:].*|\d{4}[年.\-/].*)?$"
    )
