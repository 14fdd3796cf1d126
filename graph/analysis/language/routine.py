"""Work that every body has (日常事务): its own house, its share of what all do, whatever else comes up."""

import re
from collections.abc import Collection

from dutygraph.graph.analysis.language.clauses import formula_kind
from dutygraph.graph.analysis.language.frames.cutting import framed_clauses
from dutygraph.graph.analysis.language.frames.model import FramedClause
from dutygraph.graph.analysis.language.scope import is_itself, is_own_share
from dutygraph.graph.analysis.language.taxonomy import Taxonomy

_PRINCIPLE = re.compile("“谁[^”]{1,12}谁[^”]{1,30}”")
"""A principle in quotation marks (“谁主管谁负责”)."""

_OUTSIDE = re.compile("经济组织|企业|社会组织|行业协会|专业市场")
"""For whom work of the own house (党建) is no work of the own house."""

_OWN_HOUSE = re.compile("(?<!军队)离退休干部|干部轮训|营房|公务用车|后勤保障|战勤保障")
"""What every body keeps for its own people, unless it is its business."""

_AIMS = re.compile("(?:持续|不断|全面|进一步|着力|深入)*(?:深化|优化|营造)")
"""How a clause begins that says where to go, and not what is done."""


def is_routine(text: str, business: Collection[str], taxonomy: Taxonomy) -> bool:
    """Whether a text says nothing but what every body does (机关党建, 交办的其他事项); ``business`` are concepts of its own.

    What every body has some of (安全生产, 普法) counts beside that, unless it is the business of the body. A text that only
    says where to go (深化改革，优化环境) says nothing that one body does.
    """
    clauses = framed_clauses(text)
    if clauses and all(_AIMS.match(clause.text) for clause in clauses):
        return True
    routine = [_says_routine(clause, business, taxonomy) for clause in clauses]
    return any(routine) and all(
        says_routine or _is_everybodys(clause.text, business, taxonomy)
        for clause, says_routine in zip(clauses, routine, strict=True)
    )


def _says_routine(clause: FramedClause, business: Collection[str], taxonomy: Taxonomy) -> bool:
    """Whether a clause is about the own house, the own share, or whatever else comes up."""
    text = clause.text
    if _OUTSIDE.search(text):
        return False
    if formula_kind(text) == "other" or is_itself(text) or is_own_share(text) or _PRINCIPLE.search(text):
        return True
    if clause.frames and all(frame.affair in ("own", "system") for frame in clause.frames):
        return True
    named = taxonomy.concept_words.mentions(text)
    if _OWN_HOUSE.search(text):
        return all(taxonomy.concepts[name].around.isdisjoint(business) for name in named)
    return _is_everybodys(text, business, taxonomy) and any(taxonomy.concepts[name].own for name in named)


def _is_everybodys(text: str, business: Collection[str], taxonomy: Taxonomy) -> bool:
    """Whether a text names nothing but what every body has some of, and nothing of the body's business."""
    named = [taxonomy.concepts[name] for name in taxonomy.concept_words.mentions(text)]
    return all((one.each or one.own) and one.around.isdisjoint(business) for one in named)
