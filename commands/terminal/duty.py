"""What the command line prints of a duty that is explained: its claims, and what comes near to them elsewhere."""

from collections.abc import Sequence

from dutygraph.bilingual import Bilingual, in_language
from dutygraph.commands.terminal.printing import open_console, pick, print_line, table_of
from dutygraph.graph.analysis.language.stages import stage_name
from dutygraph.graph.analysis.language.taxonomy import load_taxonomy
from dutygraph.graph.analysis.overlap.claims.claim import Claim
from dutygraph.graph.analysis.overlap.explanation import DutyExplanation, NearClaim
from dutygraph.graph.analysis.overlap.pairs.exclusions import EXCLUSION_REASONS
from dutygraph.graph.analysis.overlap.wording.act_wording import act_words
from dutygraph.graph.analysis.overlap.wording.object_wording import object_wording

_FORMULAS = {
    "other": Bilingual(
        "“其他事项”，不说明谁做什么", "whatever else comes up: says nothing about who does what"
    ),
    "obey": Bilingual(
        "“贯彻执行”套话，各部门都有", "everybody obeys the law: says nothing about who does what"
    ),
}
_PARTS = {
    "object": Bilingual("对象", "object"),
    "particulars": Bilingual("共同的具体内容", "the same particulars"),
    "function": Bilingual("环节", "stage"),
    "same_field": Bilingual("领域相同或一方包含另一方", "the same field, or one in the other"),
    "more_things": Bilingual("一方另有所指", "one is about something more"),
    "same_things": Bilingual("两处都有的具体事物", "particular things that both name"),
    "only_field": Bilingual("相同的只是领域", "they share a field only"),
}
_AFFAIRS = {
    "own": Bilingual("本部门", "its own house"),
    "system": Bilingual("本系统", "its own system"),
    "everybody": Bilingual("各部门", "everybody"),
    "field": Bilingual("本领域", "its field"),
}
_ROLES = {
    "lead": Bilingual("牵头", "leads"),
    "joint": Bilingual("会同", "jointly"),
    "assist": Bilingual("配合", "assists"),
    "none": Bilingual("", ""),
}


def show_duty(duty: DutyExplanation, lang: str) -> None:
    """Print the analysis of a duty or a task, and the claims of other bodies that come nearest."""
    console = open_console()
    print_line(console, f"{duty.department}：{duty.text}")
    columns = pick(
        lang, "分句 所做的事 环节 对象 概念 范围", "clause acts stage object concepts scope"
    ).split()
    rows = [_claim(claim, lang) for claim in duty.claims]
    rows += [(text, in_language(_FORMULAS[reason], lang), "", "", "", "") for text, reason in duty.formulas]
    console.print(table_of(pick(lang, "如何理解", "How it is understood"), columns, rows))
    columns = pick(lang, "分数 分句 部门 对方分句 构成", "score clause department theirs parts").split()
    console.print(
        table_of(pick(lang, "最接近的", "Nearest"), columns, (_near(near, lang) for near in duty.nearest))
    )
    columns = pick(
        lang, "对象 分句 部门 对方分句 不算重叠的原因", "object clause department theirs why-not"
    ).split()
    title = pick(lang, "对象相同但不算重叠的", "The same object, but no overlap")
    console.print(table_of(title, columns, (_suppressed(near, lang) for near in duty.suppressed)))


def _claim(claim: Claim, lang: str) -> Sequence[str]:
    stage = stage_name(claim.frame.stage)
    affair, role = _AFFAIRS[claim.frame.affair], _ROLES[claim.frame.role]
    return (
        claim.clause.text,
        act_words(claim),
        in_language(stage, lang),
        claim.frame.object.text,
        "\n".join(_concept(claim, name, lang) for name in claim.objects),
        " ".join(filter(None, (in_language(affair, lang), in_language(role, lang)))),
    )


def _concept(claim: Claim, name: str, lang: str) -> str:
    words = f"{pick(lang, name, load_taxonomy().concepts[name].en)}（{'、'.join(claim.objects[name])}）"
    return f"{words}{pick(lang, '·主管', ' (its business)')}" if name in claim.leads else words


def _near(near: NearClaim, lang: str) -> Sequence[str]:
    thing, words = _object(near), "、".join(near.score.words)
    stages = [stage_name(claim.frame.stage) for claim in (near.claim, near.theirs)]
    named = {
        "object": in_language(thing, lang),
        "function": " / ".join(in_language(stage, lang) for stage in stages),
        "particulars": words,
    }
    parts = (
        f"{value:+.2f} {in_language(_PARTS[name], lang)}{'：' * (name in named)}{named.get(name, '')}"
        for name, value in near.score.parts.items()
        if value
    )
    return (
        f"{near.score.value:.2f}",
        near.claim.clause.text,
        near.department,
        near.theirs.clause.text,
        "\n".join(parts),
    )


def _suppressed(near: NearClaim, lang: str) -> Sequence[str]:
    thing = _object(near)
    reason = EXCLUSION_REASONS.get(near.score.suppressed) if near.score.suppressed else None
    return (
        in_language(thing, lang),
        near.claim.clause.text,
        near.department,
        near.theirs.clause.text,
        in_language(reason, lang) if reason else "",
    )


def _object(near: NearClaim) -> Bilingual:
    return object_wording(near.score, (near.claim, near.theirs), load_taxonomy())
