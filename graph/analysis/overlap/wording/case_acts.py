"""What a sentence does to a case, as printed: it looks, orders, stops, penalises (检查A，对B的责令C)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dutygraph.graph.analysis.language.enforcement import enforcing_words
from dutygraph.graph.analysis.language.frames.segmenting import tokens_of
from dutygraph.graph.analysis.language.frames.tokens import Token

ORDER = re.compile("责令|督促")
"""What makes somebody else act: the act behind it is theirs (责令整改)."""
_NOTICE = re.compile(".*(?:指令|通知|决定|罚单)")
_OF_NOTICE = re.compile("通知|决定")
"""What makes a notice of the act before it (停办通知)."""
_GIVEN = "(?:下达|下发|发出|送达|签发|开具|开出)[^，。；、]{0,6}?"
"""Verbs of notices, with what stands between them and the notice (下达限期支付指令)."""
_PAPER = re.compile(
    "记录|台账|制度|情况|人员|报告|计划|方案|标准|合同|结果|证明|档案|状态|要求|意见|义务|责任|措施|线索"
    "|企业|机构|单位"
)
"""What makes a noun of the act before it (巡查记录)."""
_STOP, _SOON = "停止", "限期"
_HOW = frozenset({_SOON, "立即", "当场", "及时", _STOP})
"""How soon an order is to be carried out: no act."""
_MARK = re.compile("[，。；、]|并(?=予以|依法|给予|处)")
_CONDITION = re.compile(
    "(?:发现|存在|凡|对)[^，。；]{1,40}?的(?:，|(?=责令|予以|依法|给予|处以|限期|立即|当场|及时|下达|一律))"
)
"""When something is done, which tells no act of the body (发现停用、缺损的，)."""


@dataclass(frozen=True, slots=True)
class ToldAct:
    """An act as printed, and whether it only looks at a case."""

    words: str
    looks: bool


def acts_in_case(sentence: str) -> Iterator[ToldAct]:
    """Yield what a sentence does to a case, in order; what it makes others do is told as an order (责令整改)."""
    for piece in _MARK.split(without_conditions("".join(sentence.split()))):
        order = ORDER.search(piece)
        for word in enforcing_words(piece)[0]:
            at = piece.index(word)
            if (order and at >= order.start()) or word in _HOW or is_paper(piece, at + len(word)):
                continue
            notice = _OF_NOTICE.match(piece, at + len(word))
            yield ToldAct(
                _as_printed(word + (notice[0] if notice else ""), piece),
                enforcing_words(word) == ((word,), False),
            )
        if order:
            yield ToldAct(order[0] + ordered(piece[order.end() :]), looks=False)


def without_conditions(text: str) -> str:
    """Return a text without what tells when something is done (对无证办班的，)."""
    return _CONDITION.sub("，", text)


def is_paper(text: str, behind: int) -> bool:
    """Whether what stands behind an act makes a noun of it (巡查记录)."""
    return bool(_PAPER.match(text, behind))


def ordered(text: str) -> str:
    """Return the first act behind an order that says more than how soon, else that something is to stop.

    Where those who are ordered stand between (责令超员的船停航), it is the act behind them.
    """
    tokens = [token for token in tokens_of(text) if token.text not in _HOW]
    whom = max((place for place, token in enumerate(tokens) if token.kind == "of"), default=-1)
    if tokens and not _is_act(tokens[0]) and any(map(_is_act, tokens[whom + 1 :])):
        tokens = tokens[whom + 1 :]
    return next((token.text for token in tokens if _is_act(token)), _STOP if text.startswith(_STOP) else "")


def first_order(text: str) -> str:
    """Return what is ordered in the first piece of a text (整改 of 业主整改，并…)."""
    return ordered(_MARK.split(text)[0])


def _as_printed(word: str, piece: str) -> str:
    """Return a word with what makes an act of it: the verb of a notice (下达整改通知), or that it is to be soon."""
    if _NOTICE.fullmatch(word):
        given = re.search(_GIVEN + re.escape(word), piece)
        return given[0] if given else f"下达{word}"
    return _SOON + word if _SOON + word in piece else word


def _is_act(token: Token) -> bool:
    return token.kind in ("verb", "support") or token.tag.startswith("v")
