"""What lists of two levels of government both claim, neither saying which part of it is theirs."""

import re
from collections.abc import Iterator, Sequence

from graph.overlap.meaning import is_itself, is_wide
from graph.overlap.taxonomy import taxonomy
from graph.repeats.matching import Match, acts, alike, clauses
from graph.repeats.reading import Statement
from graph.wording import wording

_LEVEL = re.compile(
    r"(?<![社园小校山林库景灾辖地城])[省市县区旗州](?:[级直属本管]|人?民?政府|委|人大|域)|[本全我][省市县区旗州镇乡]|"
    r"权限|分级|属地|上级|下级|基层|乡镇|街道|镇街|授权|委托|跨[省市县区地]|重大|重要|大型|中型|小型|限额|规模以[上下]"
)
"""Words that tell whose level is meant: a place, a rank, a share of the power, a size."""


def two_levels(upper: Sequence[Statement], lower: Sequence[Statement]) -> Iterator[Match]:
    """Yield what a list of a region and one of a region in it both claim without a limit; the upper one comes first."""
    said = [one for one in clauses([*upper, *lower]) if _is_open(one.statement) and _is_one_case(one.text)]
    yield from alike(said, [int(one.number >= len(upper)) for one in said])


def _is_open(one: Statement) -> bool:
    """Whether neither a statement nor its duty says for which level, or for whom, the work is done."""
    whole = f"{one.duty_text}\n{one.name}"
    return not (_LEVEL.search(whole) or is_wide(whole) or is_itself(whole))


def _is_one_case(clause: str) -> bool:
    """Whether it acts on cases, each of which is one level's; plans, rules and training every level has of its own."""
    known = taxonomy().acts
    done = [known[act] for act in acts(wording(clause)) if not known[act].weak]
    return bool(done) and not any(act.each for act in done)
