"""The id under which a person has judged a finding stays, when it is told by other texts of the same story."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from dutygraph.queries.findings.models import BESIDE, Finding

ALIKE = 0.5
"""Least likeness of the texts of a finding that vanished and of one that appeared for them to be the same one, reworded.
A verdict that was given on other texts has to be confirmed in any case, so that a wrong guess is seen."""


def with_continued_ids(
    found: Iterable[Finding], known: set[str], judged: Mapping[str, Finding]
) -> list[Finding]:
    """Return the findings, those that continue a judged one that is found no longer under the id of this.

    ``known`` are the ids of all stored findings, ``judged`` those of them that people have judged. What continues a
    finding is of its kind (or an overlap as it is), about one of its departments, not stored before, and printed in
    texts that are alike.
    """
    found = list(found)
    there = {finding.id for finding in found}
    gone = [finding for id_, finding in judged.items() if id_ not in there]
    new = [finding for finding in found if finding.id not in known]
    pairs = sorted(_pairs(gone, new), key=lambda pair: (-pair[0], pair[1], pair[2]))
    ids: dict[str, str] = {}
    for _, old, fresh in pairs:
        if old not in ids.values() and fresh not in ids:
            ids[fresh] = old
    return [
        finding.model_copy(update={"id": ids[finding.id]}) if finding.id in ids else finding
        for finding in found
    ]


def _pairs(gone: Iterable[Finding], new: Sequence[Finding]) -> Iterator[tuple[float, str, str]]:
    for old in gone:
        for fresh in new:
            if _alike_in_kind(old, fresh) and set(fresh.departments) & set(old.departments):
                likeness = _likeness(old, fresh)
                if likeness >= ALIKE:
                    yield likeness, old.id, fresh.id


def _alike_in_kind(old: Finding, new: Finding) -> bool:
    """A word more or less makes a duplication of an overlap."""
    return old.kind == new.kind or {old.kind, new.kind} == {"overlap.duty", "overlap.duplicate"}


def _likeness(old: Finding, new: Finding) -> float:
    """How much of the texts of one finding stands in the other, from 0 to 1: the mean of the best Dice of each text."""
    before, now = _shingles(old), _shingles(new)
    if not before or not now:
        return 0.0
    return sum(max(2 * len(a & b) / (len(a) + len(b)) for b in now) for a in before) / len(before)


def _shingles(finding: Finding) -> list[set[tuple[str, str]]]:
    """Pairs of neighbouring characters of each text that the finding is about."""
    statements = (node for node in finding.nodes if node.role not in BESIDE and node.kind != "Department")
    texts = ["".join(character for character in node.text if character.isalnum()) for node in statements]
    return [set(pairwise(text)) for text in texts if len(text) > 1]
