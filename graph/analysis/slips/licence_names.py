"""One licence under two names in one text (职业介绍许可证, 职业中介许可证)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from dutygraph.bilingual import Bilingual
from dutygraph.graph.analysis.slips.running_text import TextSlip
from dutygraph.ingest.word_files import load_words

_TITLE = re.compile(r"《[^》]{0,120}(?:办法|规定|条例|通知|意见|细则)》")


def licence_names(text: str) -> Iterator[TextSlip]:
    """Yield a slip for each name of a licence that a text calls by two; titles of rules are left out."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for match in _pattern().finditer(_TITLE.sub(lambda title: "　" * len(title[0]), text)):
        found[_licences()[match.group()]].setdefault(match.group(), match.start())
    for licence, names in found.items():
        if len(names) > 1:
            zh, en = "”“".join(names), ", ".join(names)
            reason = Bilingual(f"“{zh}”指同一种证", f"{en} are one licence")
            yield from (TextSlip("licence", name, licence, reason, start) for name, start in names.items())


@cache
def _licences() -> Mapping[str, str]:
    """Return the first name of a licence by each of its names."""
    groups = load_words(Path(__file__).with_suffix(".yaml"))
    return {name: group[0] for group in groups for name in group}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_licences(), key=len, reverse=True)))
