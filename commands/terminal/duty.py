"""What the command line prints of a duty that is explained: its clauses, and what comes near to them elsewhere."""

from collections.abc import Mapping, Sequence

from dutygraph.bilingual import Bilingual
from dutygraph.commands.terminal.printing import open_console, pick, print_line, table_of
from dutygraph.graph.analysis.language.meaning import Meaning
from dutygraph.graph.analysis.language.taxonomy import Mentions, load_taxonomy
from dutygraph.graph.analysis.overlap.explanation import DutyExplanation, NearClause
from dutygraph.graph.analysis.overlap.wording import EXCLUSION_REASONS, overlap_wording

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
    "function": Bilingual("职能", "function"),
    "scope": Bilingual("范围", "scope"),
    "wording": Bilingual("用词", "wording"),
    "association": Bilingual("用词关联", "association"),
    "itself": Bilingual("本部门事务", "own house"),
}


def show_duty(duty: DutyExplanation, lang: str) -> None:
    """Print the analysis of a duty or a task, and the clauses of other bodies that come nearest."""
    console = open_console()
    print_line(console, f"{duty.department}：{duty.text}")
    columns = pick(lang, "分句 职能 对象 领域 范围", "clause functions objects fields scope").split()
    rows = [_clause(meaning, lang) for meaning in duty.meanings]
    rows += [
        (text, pick(lang, _FORMULAS[reason].zh, _FORMULAS[reason].en), "", "", "")
        for text, reason in duty.formulas
    ]
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


def _clause(meaning: Meaning, lang: str) -> Sequence[str]:
    taxonomy = load_taxonomy()
    acts = {name: pick(lang, taxonomy.acts[name].zh, taxonomy.acts[name].en) for name in meaning.acts}
    objects = {name: pick(lang, name, taxonomy.concepts[name].en) for name in meaning.objects}
    led = {name: pick(lang, f"{text}·主管", f"{text} (its business)") for name, text in objects.items()}
    objects = {name: led[name] if name in meaning.leads else text for name, text in objects.items()}
    fields = (pick(lang, name, taxonomy.concepts[name].en) for name in sorted(meaning.fields))
    return (
        meaning.text,
        _named(acts, meaning.acts),
        _named(objects, meaning.objects),
        "、".join(fields),
        _scope(meaning, lang),
    )


def _named(names: Mapping[str, str], words: Mentions) -> str:
    return "\n".join(f"{text}（{'、'.join(words[name])}）" for name, text in names.items())


def _scope(meaning: Meaning, lang: str) -> str:
    if meaning.itself:
        return pick(lang, "本部门、本系统", "its own house")
    if meaning.everybody:
        return pick(lang, "全区各领域", "everybody")
    return pick(
        lang, "写明的领域" if meaning.named else "本部门的领域", "as named" if meaning.named else "its own"
    )


def _near(near: NearClause, lang: str) -> Sequence[str]:
    texts = overlap_wording(near.score, near.clause, load_taxonomy())
    named = {
        "object": pick(lang, texts.object.zh, texts.object.en),
        "function": pick(lang, texts.function.zh, texts.function.en),
    }
    parts = (_part(name, value, named.get(name, ""), lang) for name, value in near.score.parts.items())
    return f"{near.score.value:.2f}", near.clause, near.department, near.their_clause, "\n".join(parts)


def _part(name: str, value: float, text: str, lang: str) -> str:
    return f"{value:+.2f} {pick(lang, _PARTS[name].zh, _PARTS[name].en)}{text and f'：{text}'}"


def _suppressed(near: NearClause, lang: str) -> Sequence[str]:
    texts = overlap_wording(near.score, near.clause, load_taxonomy())
    reason = EXCLUSION_REASONS.get(near.score.suppressed) if near.score.suppressed else None
    return (
        pick(lang, texts.object.zh, texts.object.en),
        near.clause,
        near.department,
        near.their_clause,
        pick(lang, reason.zh, reason.en) if reason else "",
    )
