"""市 or 省 mechanically replaced by 区 (or 县) in a text copied from above, also inside words (直辖区, 区场, 区财政厅)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.slips.home import Home, foreign_words
from dutygraph.graph.analysis.slips.running_text import TextSlip

_LEVELS = "区县"
_REAL = {"县": ("直辖市", "县级市", "设区的市")}
"""Words that make sense with 县 too (省直辖县)."""
_WORD_BEFORE = "社小地辖园校景灾矿牧林厂片特新老郊山街住商库营港湖贫牧农"
"""Characters that make another word with 区 (社区市政, 小区场地)."""
_LISTED_TWICE = re.compile(r"[（(](?:区、区|县、县)[）)]")


def exchanged_words(text: str, home: Home) -> Iterator[TextSlip]:
    """Yield a slip for each word of a text in which 市 or 省 (its ``about``) was replaced by 区 or 县."""
    pattern = _pattern(autonomous=home.is_autonomous)
    for match in pattern.finditer(text):
        wrong = match.group()
        city = _rights().get(wrong)
        right = city or f"省{wrong[1:]}"
        reason = Bilingual(f"“{wrong}”应为“{right}”", f"{wrong} should be {right}")
        yield TextSlip("exchanged", wrong, "市" if city else "省", reason, match.start())
    for match in _LISTED_TWICE.finditer(text):
        wrong = match.group()
        reason = Bilingual(f"“{wrong}”中应有“市”", f"one word of {wrong} was 市")
        yield TextSlip("exchanged", wrong, "市", reason, match.start())


@cache
def _rights() -> Mapping[str, str]:
    """Return the right word by the wrong one."""
    return {
        level.join(right.rsplit("市", 1)): right
        for level in _LEVELS
        for right in foreign_words()["with_city"]
        if right not in _REAL.get(level, ())
    }


@cache
def _pattern(*, autonomous: bool) -> re.Pattern[str]:
    starting = "|".join(wrong for wrong, right in _rights().items() if right.startswith("市"))
    others = "|".join(wrong for wrong, right in _rights().items() if not right.startswith("市"))
    parts = [f"(?<![{_WORD_BEFORE}])(?:{starting})", f"(?:{others})(?!域)"]
    if not autonomous:
        departments = "|".join(foreign_words()["departments_of_provinces"])
        parts.append(f"(?<![{_WORD_BEFORE}治])区(?:{departments})厅")
    return re.compile("|".join(parts))
