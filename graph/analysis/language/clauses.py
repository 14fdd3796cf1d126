"""Cutting the text of a duty into clauses and formulas."""

import re
from dataclasses import dataclass
from typing import Literal

from dutygraph.ingest.numerals import ITEM_NUMERALS

Formula = Literal["other", "obey"]
"""Kind of a formula: ``other`` (承办交办的其他事项, whatever comes up), ``obey`` (贯彻执行方针政策, applying the law)."""

SHORTEST = 8
"""Least length of a clause in characters; shorter ones (统计及分析工作) have no object of their own."""

_ENDS = re.compile(r"[。；;，,：:\n]")
_NUMBER = re.compile(rf"^\s*(?:[（(]?[{ITEM_NUMERALS}\d]+[)）、.．]\s*)+")
_OTHER = re.compile(
    r"(?:承办|完成|办理|承担|做好|按).{0,40}(?:交办|交给|布置|要求|临时).{0,8}(?:事项|事务|工作|任务|办理)等?$"
    r"|(?:交办|交给|交付|布置|安排|部署|指派|指定|下达|赋予).{0,3}(?:其[他它]|别的).{0,8}$"
    r"|(?:政府|上级|党委|[区县市]委).{0,12}(?:交办|交给|布置|部署|安排)的?(?:临时|有关|各项)?(?:事|事项|任务|工作)(?:的(?:落实|办理))?$"
)
_OBEY = re.compile(
    r"(?:认真|积极|全面|组织|负责|具体)*(?:贯彻|执行|实施)(?:执行|落实|实施|好|和|、)*"
    r"[^，。；;]*(?:方针|法律|法规|规章|路线|决策|部署|方针(?:和|、)?政策|法》|条例》)[^，。；;]{0,8}$"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """The clauses of a text, and its formulas with their kind."""

    clauses: tuple[str, ...]
    formulas: tuple[tuple[str, Formula], ...]


def cut(text: str) -> Cut:
    """Cut a text at its punctuation into clauses; a piece below ``SHORTEST`` joins the clause before it."""
    clauses: list[str] = []
    formulas: list[tuple[str, Formula]] = []
    for piece in _ENDS.split(text):
        clause = _NUMBER.sub("", piece).strip()
        if reason := formula_kind(clause):
            formulas.append((clause, reason))
        elif clauses and 0 < len(clause) < SHORTEST:
            clauses[-1] += f"，{clause}"
        elif clause:
            clauses.append(clause)
    return Cut(tuple(clauses), tuple(formulas))


def formula_kind(clause: str) -> Formula | None:
    """Return the kind of formula that a clause is, or None for one that says what is done."""
    if _OTHER.search(clause):
        return "other"
    return "obey" if _OBEY.match(clause) else None
