"""Findings grouped and counted, as pages show them: by class and kind, by department, by node."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.read import Entry
from dutygraph.queries.findings.rules import rules
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

    title: Mapping[str, str]
    count: int
    kinds: Sequence[KindCount]


def kind_title(kind: str, lang: Language) -> str:
    """Return what a kind of finding is called; one whose rule this installation lacks goes by its name."""
    rule = rules().get(kind)
    return kind if rule is None else rule.title.zh if lang == "zh" else rule.title.en


def by_class(findings: Iterable[Entry]) -> list[ClassCount]:
    """Return the classes that occur with their kinds, the most frequent first."""
    counts = Counter((finding.class_, finding.kind) for finding in findings)
    classes = [
        _class(class_, {kind: count for (_, kind), count in group})
        for class_, group in groupby(sorted(counts.items()), key=lambda item: item[0][0])
    ]
    return sorted(classes, key=lambda class_: -class_.count)


def by_department(findings: Iterable[Entry]) -> Counter[str]:
    """Return how many findings concern each department, by name."""
    return Counter(name for finding in findings for name in finding.departments)


def about(findings: Iterable[Finding], node_id: str) -> list[Finding]:
    """Return the findings that concern a node."""
    return [finding for finding in findings if any(node.id == node_id for node in finding.nodes)]


def by_node(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    """Return the findings that concern each node, by its id."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        for node in finding.nodes:
            groups.setdefault(node.id, []).append(finding)
    return groups


def _class(class_: str, kinds: Mapping[str, int]) -> ClassCount:
    return ClassCount(
        title={lang: text(f"class_{class_}", lang) for lang in LANGUAGES},
        count=sum(kinds.values()),
        kinds=[
            KindCount(kind, {lang: kind_title(kind, lang) for lang in LANGUAGES}, count)
            for kind, count in sorted(kinds.items(), key=lambda item: -item[1])
        ],
    )
