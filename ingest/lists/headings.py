"""Headings: the number in front of a line, and the section that the rest of it names (第二部分 区民政局职责边界情况)."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dutygraph.ingest.characters import folded
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.names.body_words import is_vague, read_key
from dutygraph.ingest.names.regions import read_region
from dutygraph.ingest.numerals import ITEM_NUMERALS, chinese_to_int
from dutygraph.ingest.text import clean
from dutygraph.ingest.word_files import load_words

_COUNT = rf"(?:[{ITEM_NUMERALS}]{{1,4}}|\d{{1,3}})"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_LATIN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_STYLES = {
    "部分": re.compile(rf"第(?P<count>{_COUNT})(?P<unit>部分|章|节|篇|编|项)"),
    "附表": re.compile(
        rf"(?:附件|附表|附录|表(?=[{ITEM_NUMERALS}\d]))(?P<count>{_COUNT}?)(?:[-—－]\d{{1,2}})?"
    ),
    "Ⅰ": re.compile(rf"(?P<count>[{_ROMAN}]|[IVX]{{1,4}}(?=[、．.，,]))"),
    "（一）": re.compile(rf"[（(](?P<count>{_COUNT})[）)]"),
    "1.1": re.compile(r"\d{1,2}(?P<count>(?:[.．]\d{1,2}){1,2})"),
    "1.": re.compile(rf"(?P<count>\d{{1,3}}|(?![零〇])[{ITEM_NUMERALS}]{{1,4}})[）)]?"),
    "◆": re.compile(r"(?P<count>[■◆●▲★※◎○□◇△])"),
}
_CAPITALS = re.compile("[壹贰叁肆伍陆柒捌玖拾]{1,3}(?=[、．.，,])")
"""Numerals as on cheques, before a heading: 壹、."""
_AS_USUAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_SEPARATORS = "、．.，,：:-—－·）) "
_FRAMES = str.maketrans("", "", "【】〔〕［］[]「」『』")
_SIZE = re.compile(
    rf"(?:[（(](?:共?{_COUNT}[项条个类件].{{0,12}}|[接续][上前]?[表页]?\d{{0,2}}|试行|(?:19|20)\d\d年.{{0,3}})[）)]|共{_COUNT}[项条个类件])[：:]?$|[：:]$"
)
_LONGEST_LINE = 60
_LONGEST_HEADING = 30
_LONGEST_PART = 20
"""Characters of a heading whose words are unknown."""
_PART_STYLES = {"部分", "章", "一、"}
_SENTENCE_ENDS = tuple("。；;：:，,、！!？?")
_MATTER = "(?:(?:对|对于|关于|针对)[^，。；：]{2,14}?)"
"""What a heading is about, before the name of the section: 对行政审批事项加强…的制度."""
_SHORTEST_BODY = 3
_BODY_END = re.compile(r"[局委办厅院会部站所队处心馆府室署联社协]")
_NO_BODY = re.compile(r"社会$|^(?:由|对|将|为|按|会同|配合|指导|负责|加强|完善|组织)")
_SEVERAL = re.compile("[局厅][、和与及]|(?:委员会|办公室)[、与及]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line taken apart: the style and value of its number ("" and None without one), and what follows the number."""

    style: str
    number: int | None
    text: str
    section: str | None = None
    """The section that the text names, None if it names none."""
    body: str = ""
    """The body whose section it says this is (区民政局职责边界), "" if it names none."""

    @property
    def is_other_part(self) -> bool:
        """Whether the text names what lists may hold beside their sections (责任追究机制)."""
        return self.section is None and bool(_words().other_parts.fullmatch(_SIZE.sub("", self.text)))

    @property
    def may_open_part(self) -> bool:
        """Whether the line looks like the heading of a part, whatever it names: 五、三年规划."""
        is_short = 0 < len(self.text) <= _LONGEST_PART and not self.text.endswith(_SENTENCE_ENDS)
        return self.style in _PART_STYLES and is_short

    def follows(self, other: "Heading") -> bool:
        """Say whether the number is in the style of another heading and one of the next after it."""
        return (
            bool(self.style and self.style == other.style)
            and self.number is not None
            and other.number is not None
            and 0 < self.number - other.number <= _MOST_SKIPPED
        )


NO_HEADING = Heading("", None, "")
_MOST_SKIPPED = 2
"""So far may the number of a heading be ahead of the one before: numbers are skipped now and then."""


@dataclass(frozen=True, slots=True)
class _HeadingWords:
    sections: tuple[tuple[str, re.Pattern[str]], ...]
    other_parts: re.Pattern[str]


@lru_cache(maxsize=4096)  # a line is looked at by several steps
def read_heading(line: str) -> Heading:
    """Take a line apart as the heading that it may be; ``section`` is None for every other line."""
    if len(line) > 2 * _LONGEST_LINE or len(line := clean(line)) > _LONGEST_LINE:
        return Heading("", None, line[:_LONGEST_LINE])
    line = folded(line).translate(_FRAMES)
    if capitals := _CAPITALS.match(line):
        line = line[: capitals.end()].translate(_AS_USUAL) + line[capitals.end() :]
    style, number, text = _without_number(line)
    bare = _SIZE.sub("", text)
    if not 0 < len(bare) <= _LONGEST_HEADING:
        return Heading(style, number, text)
    if section := _section(bare):
        return Heading(style, number, text, section)
    for at in (match.end() for match in _BODY_END.finditer(bare)):
        if (section := _section(f"部门{bare[at:].lstrip(_SEPARATORS)}")) and is_body(bare[:at]):
            return Heading(style, number, text, section, bare[:at])
    return Heading(style, number, text)


def is_body(text: str) -> bool:
    """Say whether a text is the name of a body: of a region or level, or of a field of work that is known.

    What names nobody in particular is none, also with a level in front (区有关部门, 区科室), nor what names two bodies.
    """
    text = folded(text)
    if len(text) < _SHORTEST_BODY or _NO_BODY.search(text) or are_several(text):
        return False
    _, end = read_region(text)
    if is_vague(text[end:]):
        return False
    key = read_key(text[end:] if end else text.lstrip("省市区县州旗"))
    placed = end > 0 or text[0] in "省市区县州旗"
    return bool(key.in_vocabulary or (placed and key.kind))


def are_several(name: str) -> bool:
    """Say whether a text joins the names of several bodies: 区水利局与区住建局."""
    return bool(_SEVERAL.search(name))


def _without_number(line: str) -> tuple[str, int | None, str]:
    """Return the style and value of the first number in front of a line, and the line without its numbers."""
    style, number = "", None
    while match := next(((name, found) for name, p in _STYLES.items() if (found := p.match(line))), None):
        behind = line[match[1].end() :]
        rest = behind.lstrip(_SEPARATORS)
        is_loose = match[0] == "1." and rest == behind and match[1].group()[-1] not in "）)"
        if not rest or (is_loose and not _section(_SIZE.sub("", rest))):
            break
        line = rest
        if not style:
            style, number = _style(*match)
    return style, number, line


def _style(name: str, match: re.Match[str]) -> tuple[str, int | None]:
    count = match["count"]
    if name == "部分":
        name = match["unit"]
    elif name == "1." and not count.isdecimal():
        name = "一、"
    if count in _LATIN:
        return name, _LATIN.index(count) + 1
    if len(count) == 1 and count in _ROMAN:
        return name, _ROMAN.index(count) + 1
    return name, chinese_to_int(count)


def _section(text: str) -> str | None:
    return next((name for name, pattern in _words().sections if pattern.fullmatch(text)), None)


@cache
def _words() -> _HeadingWords:
    data = load_words(Path(__file__).with_suffix(".yaml"))
    before, behind, verbs, nouns, others = (
        _any(data[key]) for key in ("before", "behind", "verbs", "nouns", "behind_others")
    )
    patterns: list[tuple[str, re.Pattern[str]]] = []
    for section in section_kinds().values():
        if section.headings:
            name = _any(sorted(section.headings, key=len, reverse=True))
            pattern = rf"(?:{_MATTER}的)?{before}*{name}{behind}*|{_MATTER}?{verbs}{before}*{name}的{behind}*{nouns}"
            patterns.append((section.name, re.compile(pattern)))
    return _HeadingWords(tuple(patterns), re.compile(f"{before}*{_any(data['other_parts'])}+{others}*"))


def _any(words: list[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"
