"""Legal instruments: one key for all spellings of an instrument, and titles and numbers in one spelling."""

import re
import unicodedata

from dutygraph.ingest.characters import folded
from dutygraph.ingest.numerals import NUMERALS, chinese_to_int
from dutygraph.ingest.text import clean

_STATE = "中华人民共和国"
_REVISED = re.compile(r"[（(〔\[【][^（()）〔〕\[\]【】]*(?:修订|修正|号)[^（()）〔〕\[\]【】]*[)）〕\]】]")
_OPENING, _CLOSING = re.compile("[<＜《〈]"), re.compile("[>＞》〉]")
_NOT_KEY = re.compile(r"[〈〉“”\"'‘’·、,\s]")
_YEAR = re.compile(r"(?:[\[【(〔﹝〖](\d{4})[\]】)〕﹞〗]?|(?<!\d)(\d{4})[\]】〕﹞〗])第?")
_NUMERAL = re.compile(rf"第?(?<!\d)(\d{{1,12}}|(?<![{NUMERALS}])[{NUMERALS}]{{1,12}})号")


def instrument_key(title: str, document_number: str | None) -> str:
    """Return the key of an instrument; citations with equal keys are of the same instrument.

    中华人民共和国, the style of inner brackets and a note of revision （2015年修订） make no difference. （试行） does: a
    trial version is replaced by another instrument. A law keeps its key over the orders that revise it, so a number
    counts only with a title of the kind 某机关关于…的通知, which many bodies issue alike: there it stands for the body,
    and a mention without the number keeps apart. Without a title the number is the key.
    """
    number = fold_document_number(document_number) if document_number else ""
    name = _NOT_KEY.sub("", unicodedata.normalize("NFKC", canonical_title(folded(title))))
    about = name.find("关于")
    if number and about >= 0:
        return f"{name[about:]}|{number}"
    return name or number


def canonical_title(title: str) -> str:
    """Return a title for display, the same for all usual spellings.

    Inner brackets become 〈〉; 中华人民共和国 and notes of revision or number (（建设部令第156号）) are left out.
    """
    displayed = _REVISED.sub("", clean(title).replace("(", "（").replace(")", "）"))
    displayed = _CLOSING.sub("〉", _OPENING.sub("〈", displayed))
    return displayed.replace(_STATE, "") or displayed


def fold_document_number(text: str) -> str:
    """Return a document number in one spelling: 〔year〕, Arabic digits without leading zeros, no blanks.

    国办发[2004]050号 and 国办发（2004）50号 become 国办发〔2004〕50号; 中华人民共和国主席令第六十三号 and 主席令63号
    become 主席令第63号.
    """
    spelled = "".join(unicodedata.normalize("NFKC", text).split()).replace(_STATE, "")
    spelled = _YEAR.sub(lambda year: f"〔{year[1] or year[2]}〕", spelled)
    return _NUMERAL.sub(_plain_number, spelled)


def _plain_number(match: re.Match[str]) -> str:
    number = chinese_to_int(match[1])
    if number is None:
        return match.group()
    ordinal = "" if match.string[: match.start()].endswith("〕") else "第"
    return f"{ordinal}{number}号"
