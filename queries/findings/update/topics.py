"""Topics: findings that tell one story, with one sentence.

Findings are of one story when they are about one object, one declared matter or one leading pair of texts, and name a body
in common. The detector of overlaps says which object an overlap and a ``boundary.undeclared`` are about; a declared
matter is that of a ``boundary.*`` or ``fragmentation.matter``, and the one that draws the boundary of an overlap. What is
about one statement of one list (orphans, gaps, bases, loads) belongs to no story. A finding that stands alone makes none.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from dutygraph.bilingual import Bilingual
from dutygraph.graph.identity import digest
from dutygraph.queries.findings.evidence import wording
from dutygraph.queries.findings.models import ON_DEMAND, SEVERITIES, WHO_DOES_WHAT, Declared, Finding, Topic
from dutygraph.queries.findings.update.ranking import rank_of
from dutygraph.queries.findings.update.topic_titles import title_of


@dataclass(frozen=True, slots=True)
class Member:
    """A finding, the ids of the bodies that it names, and what it is about, as ``stories`` says."""

    finding: Finding
    bodies: frozenset[str]
    stories: Sequence[str]


def stories(finding: Finding) -> list[str]:
    """Return what a finding is about, in a form that those of one story share; none for what belongs to no story."""
    if finding.class_ not in WHO_DOES_WHAT:
        return []
    found = [f"object {finding.topic}"] if finding.topic else []
    found += [f"matter {one.declared_by} {one.matter}" for one in _matters(finding)]
    found += [f"pair {' '.join(sorted(finding.nodes[i].id for i in pair))}" for pair in finding.pairs[:1]]
    return sorted(set(found))


def gathered(members: Iterable[Member]) -> list[list[Member]]:
    """Return the members by story, in rank order each: those that share what they are about and a body."""
    by_id = {member.finding.id: member for member in members}
    shared: nx.Graph[tuple[str, str]] = nx.Graph()
    for id_, member in by_id.items():
        shared.add_edges_from(
            (("finding", id_), (story, body)) for story in member.stories for body in member.bodies
        )
    groups = (
        sorted(
            (by_id[id_] for role, id_ in component if role == "finding"), key=lambda one: rank_of(one.finding)
        )
        for component in nx.connected_components(shared)
    )
    return sorted((group for group in groups if len(group) > 1), key=lambda group: rank_of(group[0].finding))


def natural_id(group: Iterable[Member]) -> str:
    """Return the id of a topic that nobody has judged: of what its members are about and of their bodies."""
    group = list(group)
    first = min(story for member in group for story in member.stories)
    return f"topic-{digest(first, min(body for member in group for body in member.bodies))}"


def topic_of(id_: str, group: Sequence[Member], called: Mapping[str, Sequence[str]]) -> Topic:
    """Return the topic that members in rank order make; ``called`` has the forms of its bodies' names by id, full last.

    What is listed on demand counts only where there is nothing else. Title and sentence are those of the gravest member
    that counts.
    """
    findings = [member.finding for member in group]
    counting = [finding for finding in findings if finding.class_ not in ON_DEMAND] or findings
    lead = counting[0]
    departments = list(dict.fromkeys(name for finding in findings for name in finding.departments))
    matters = list(dict.fromkeys(one for finding in counting for one in _matters(finding)))
    short = _told_apart(called[id_] for member in group for id_ in member.bodies if id_ in called)
    names = {name: short.get(name, name) for name in departments}
    answers = {finding.boundary.answer for finding in counting if finding.boundary}
    return Topic.model_validate(
        {
            "id": id_,
            "class": lead.class_,
            "severity": min((finding.severity for finding in counting), key=SEVERITIES.index),
            "score": lead.score,
            "title": title_of(lead),
            "sentence": _sentence(lead, counting, len(findings), names),
            "departments": departments,
            "kinds": list(dict.fromkeys(finding.kind for finding in findings)),
            "boundary": "declared"
            if matters
            else next((one for one in ("perhaps", "none") if one in answers), None),
            "matters": matters,
            "findings": [finding.id for finding in findings],
        }
    )


def carried(group: Iterable[Member]) -> dict[str, list[str]]:
    """Return the ids of the overlaps that each ``boundary.undeclared`` of a topic gathers: those on its two texts."""
    findings = [member.finding for member in group]
    nodes = {finding.id: {node.id for node in finding.nodes} for finding in findings}
    overlaps = [finding.id for finding in findings if finding.kind.startswith("overlap.")]
    return {
        finding.id: sorted(id_ for id_ in overlaps if nodes[finding.id] <= nodes[id_])
        for finding in findings
        if finding.kind == "boundary.undeclared"
    }


def wordings_of(group: Iterable[Member]) -> list[str]:
    """Return the digests of the texts of the members."""
    return sorted({wording(member.finding) for member in group})


def _told_apart(bodies: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return for the full name of each body the first form of it that no other of them goes by, by their full names."""
    distinct = set(map(tuple, bodies))
    counts = [Counter(forms) for forms in zip(*distinct, strict=True)]
    return {
        body[-1]: next((form for form, count in zip(body, counts, strict=True) if count[form] == 1), body[-1])
        for body in distinct
    }


def _matters(finding: Finding) -> list[Declared]:
    """The declared matters that a finding is about."""
    of_nodes = [
        Declared(matter=node.matter or node.text, declared_by=node.declared_by or node.department)
        for node in finding.nodes
        if node.kind in ("SharedMatter", "Division")
    ]
    return list(dict.fromkeys([*([finding.declared] if finding.declared else []), *of_nodes]))


def _sentence(lead: Finding, counting: Sequence[Finding], count: int, short: Mapping[str, str]) -> Bilingual:
    """The sentence of the leading member in short names, with how many findings there are and who else is concerned."""
    named = {name for finding in counting for name in finding.departments}
    others = [short[name] for name in short if name in named - set(lead.departments)]
    zh, en = f"共{count}条线索", f"{count} findings"
    if others:
        zh, en = f"{zh}，还涉及{'、'.join(others)}", f"{en}, which concern {', '.join(others)} as well"
    told = lead.sentence
    for name in lead.departments:
        told = Bilingual(
            zh=told.zh.replace(f"“{name}”", short[name]), en=told.en.replace(f"“{name}”", short[name])
        )
    return Bilingual(zh=f"{told.zh.removesuffix('。')}（{zh}）。", en=f"{told.en.removesuffix('.')} ({en}).")
