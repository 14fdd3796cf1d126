"""Work that lists of two levels of government both claim, neither saying for which level."""

import re
from collections.abc import Iterator, Sequence

from dutygraph.graph.analysis.bounds import Bound
from dutygraph.graph.analysis.language.own_acts import acting_clauses
from dutygraph.graph.analysis.language.scope import is_itself, is_wide
from dutygraph.graph.analysis.language.wording import wording_of
from dutygraph.graph.analysis.repeats.matches import (
    Match,
    clause_excerpts,
    distinguishing_acts,
    first_of_each,
    similar_excerpts,
)
from dutygraph.graph.analysis.repeats.region_statements import RegionStatement

_LEVEL = re.compile(
    r"(?<![社园小校山林库景灾辖地城])[省市县区旗州](?:[级直属本管、]|人?民?政府|人大|域|[^，。；、\n]{0,8}[局委办厅])|"
    r"[本全我][省市县区旗州镇乡]|中央|国家|权限|分级|属地|上级|下级|基层|乡镇|街道|镇街|授权|委托|跨[省市县区地]|"
    r"重大|重要|大型|中型|小型|限额|以[上下]"
)
"""Words that say which level is meant: a place, its bodies, a share of the power, a size."""

_ON_CASES = frozenset(
    {"permit", "register", "inspect", "punish", "collect", "compensate", "mediate", "support"}
)
"""Acts of the taxonomy on persons, firms and things, which belong to one level each. Every level has plans, money,
statistics, training and guidance of its own."""


def two_levels(
    upper: Sequence[RegionStatement], lower: Sequence[RegionStatement], bound: Bound
) -> Iterator[Match]:
    """Yield matches between the lists of a region (left) and of a region in it (right) that name no level."""
    distinct = first_of_each(clause_excerpts([*upper, *lower])).values()
    excerpts = [excerpt for excerpt in distinct if _is_open(excerpt.statement) and _is_on_cases(excerpt.text)]
    levels = [int(excerpt.number >= len(upper)) for excerpt in excerpts]
    yield from similar_excerpts(excerpts, levels, bound)


def _is_open(statement: RegionStatement) -> bool:
    """Whether neither a statement nor its duty says for which level, or for whom, the work is."""
    whole = f"{statement.duty_text}\n{statement.name}"
    return not (_LEVEL.search(whole) or is_wide(whole) or is_itself(whole))


def _is_on_cases(clause: str) -> bool:
    """Whether the body itself acts, and on cases only."""
    acts = distinguishing_acts(wording_of(clause))
    return bool(acting_clauses(clause) and acts) and acts <= _ON_CASES
