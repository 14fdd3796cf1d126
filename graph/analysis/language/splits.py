"""Work that the law divides between two bodies by place or by phase (splits.yaml)."""

import re
from functools import cache

from dutygraph.graph.analysis.language.data_files import read_data


def are_divided(left: str, right: str) -> bool:
    """Whether one text is for one side of a lawful split only (城镇), and the other text for the other side (农村)."""
    return any(
        {(bool(one.search(text)), bool(other.search(text))) for text in (left, right)}
        == {(True, False), (False, True)}
        for one, other in _splits()
    )


@cache
def _splits() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_any_of(split["one"]), _any_of(split["other"])) for split in read_data("splits").values())


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words)))
