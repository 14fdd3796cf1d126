"""Findings grouped and counted, as pages show them: by class and kind, by department."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dutygraph.bilingual import in_language
from dutygraph.queries.findings.models import ON_DEMAND, Finding
from dutygraph.queries.findings.rules.headers import rules
from dutygraph.visualize.texts import LANGUAGES, Language, text


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind of finding and how many there are."""

    name: str
    title: Mapping[str, str]
    count: int


@dataclass(frozen=True, slots=True)
class ClassCount:
    """A class of findings with its kinds."""

    name: str
    title: Mapping[str, str]
    count: int
    kinds: Sequence[KindCount]


def kind_title(kind: str, lang: Language) -> str:
    """Return what a kind of finding is called; one whose rule this installation lacks goes by its name."""
    rule = rules().get(kind)
    return kind if rule is None else in_language(rule.title, lang)


def by_class(counts: Mapping[tuple[str, str], int]) -> list[ClassCount]:
    """Return the classes that occur with their kinds, the most frequent first, what is listed on demand last.

    ``counts`` are by class and kind.
    """
    classes = [
        _class(class_, {kind: count for (_, kind), count in group})
        for class_, group in groupby(sorted(counts.items()), key=lambda item: item[0][0])
    ]
    return sorted(classes, key=lambda class_: (class_.name in ON_DEMAND, -class_.count))


def about(findings: Iterable[Finding], node_id: str) -> list[Finding]:
    """Return the findings that concern a node."""
    return [finding for finding in findings if any(node.id == node_id for node in finding.nodes)]


def _title_in(class_: str, kind: str, lang: Language) -> str:
    """The title of a kind; where its findings are usually of another class it says of which these are."""
    title, rule = kind_title(kind, lang), rules().get(kind)
    if rule is None or rule.class_ == class_:
        return title
    return (
        f"{title}（{text(f'class_{class_}', lang)}）"
        if lang == "zh"
        else f"{title} ({text(f'class_{class_}', lang)})"
    )


def _class(class_: str, kinds: Mapping[str, int]) -> ClassCount:
    return ClassCount(
        name=class_,
        title={lang: text(f"class_{class_}", lang) for lang in LANGUAGES},
        count=sum(kinds.values()),
        kinds=[
            KindCount(kind, {lang: _title_in(class_, kind, lang) for lang in LANGUAGES}, count)
            for kind, count in sorted(kinds.items(), key=lambda item: -item[1])
        ],
    )
