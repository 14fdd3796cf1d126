"""监督检查对象: the kinds of bodies and persons that a supervision regime inspects."""

import re
from collections.abc import Iterator

from dutygraph.ingest.numerals import ITEM_NUMERALS

_INNER = r"(?![^（(《]{0,200}[）)》])"
_SEPARATOR = re.compile(rf"(?:[、，,；;。\n]|以及|及其){_INNER}")
_NUMBER = re.compile(rf"^\s*(?:[（(]?[{ITEM_NUMERALS}\d]{{1,5}}[）)、．.]\s*)+")
_WIDE = re.compile(
    r"^(?:(?:本|全)(?:省|市|区|县|行政区域)(?:范围)?(?:的|内的|内|所有)?|(?:辖区|区域|行政区域)(?:范围)?(?:内的|内|的)?"
    r"|各级各类|各级|各类|所有|凡|有关|相关|从事|依法|全部|各|区直|区属|县直|市直|经)"
)
_EXPLAINS = ("本制度所称", "本办法所称", "所称", "包括", "具体", "其中")
_ENDS_NAME = re.compile(
    r"(?:单位|企业|企事业|机构|部门|人员|组织|机关|团体|政府|办事处|学|学校|幼儿园|园|公司|厂|店|会|院|站|所|馆|中心|场所|项目|户|人|者|主"
    r"|车辆|船舶|渡口|街道|乡|镇|村|社区|市场|活动|档案|公墓|工程|设施|设备|产品|基金)(?:[（(].*[）)])?等?$"
)
"""The end of a name; a piece that ends otherwise (生产、经营、储存 …) is the beginning of the next name."""
_LONGEST = 40
"""Characters; a longer piece is a sentence about targets, not a name. The regime's text keeps it."""
_LONGEST_PIECE = 200
"""Characters with level words and brackets; a longer piece holds no name, and the end of one is no further back."""


def split_targets(text: str) -> list[str]:
    """Return the targets that the text under 监督检查对象 names, in order, each once, without level words (全区, 各级).

    Explanations (本制度所称…) and pieces too long to be a name are left out.
    """
    targets: dict[str, None] = {}
    for sentence in re.split(rf"[。\n]{_INNER}", text):
        if sentence.startswith(_EXPLAINS):
            continue
        for piece in _names(sentence):
            name = _bare(piece) if len(piece) <= _LONGEST_PIECE else ""
            if 1 < len(name) <= _LONGEST and not name.startswith(_EXPLAINS):
                targets.setdefault(name)
    return list(targets)


def _names(sentence: str) -> Iterator[str]:
    """Yield the pieces of a sentence, cut at separators that stand behind the end of a name."""
    begun = ""
    for part in re.split(rf"({_SEPARATOR.pattern})", sentence):
        if _SEPARATOR.fullmatch(part) and (
            not begun or _ENDS_NAME.search(begun, max(0, len(begun) - _LONGEST_PIECE))
        ):
            yield begun
            begun = ""
        else:
            begun += part
    yield begun


def _bare(piece: str) -> str:
    """Return a piece without numbers and words of extent: the kind of body or person."""
    name = _NUMBER.sub("", piece.strip())
    while (shorter := _WIDE.sub("", name)) != name and len(shorter) > 1:
        name = shorter
    return name.strip("：: ")
