"""A shared matter while its paragraphs are read, and the record that comes of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dutygraph.ingest.document import Passage
from dutygraph.ingest.lists.sections.prose_parties import Actor
from dutygraph.ingest.names.body_names import split_bodies
from dutygraph.ingest.records import Boundary, Locator, Party
from dutygraph.ingest.text import or_none

_BASIS_BEHIND = re.compile(r"[（(](?:依据|见|根据)?[：:]?(?P<basis>《[^（()）]{1,200})[）)]$")
_STOPS = "。；;，,：:"


@dataclass(slots=True)
class PartyInProse:
    """A party while it is read."""

    actor: Actor
    text: str
    basis: str | None
    locator: Locator | None
    is_open: bool
    """Whether the sentences that follow are about this party too: its name stands before a colon."""


@dataclass(slots=True)
class MatterInProse:
    """A matter while it is read; ``family`` is that of the mark before it, "" without one."""

    number: str
    text: str
    family: str
    passage: Passage
    parts: list[PartyInProse] = field(default_factory=list)
    bases: list[tuple[PartyInProse, str]] = field(default_factory=list)
    """Texts that name a basis, with the party before each."""
    case: str = ""


def boundary_of(matter: MatterInProse) -> Boundary:
    """Return the matter; one basis for all parties stands with the first, and so does the case, as in merged cells."""
    parts = _without_names(matter.parts)
    for before, basis in matter.bases:
        part = before if len(matter.bases) > 1 and before in parts else parts[0]
        part.basis = f"{part.basis}；{basis}" if part.basis else basis
    parties = [_party(part, matter.case if part is parts[0] else "") for part in parts]
    place = matter.passage.locator or Locator()
    return Boundary(number=matter.number, matter=matter.text, locator=place, parties=parties)


def _without_names(parts: Sequence[PartyInProse]) -> list[PartyInProse]:
    """Leave out bodies that are only named, behind a label, where the text says of each of them what its part is."""
    with_text = {name: part for part in parts if part.text for name in split_bodies(part.actor.bodies)}
    parties: list[PartyInProse] = []
    for part in parts:
        names = split_bodies(part.actor.bodies)
        if part.text or not with_text.keys() >= set(names):
            parties.append(part)
        elif part.actor.role:
            for name in names:
                with_text[name].actor = replace(with_text[name].actor, role=part.actor.role)
    return parties


def _party(part: PartyInProse, case: str) -> Party:
    text = part.text.strip(_STOPS)
    behind = _BASIS_BEHIND.search(text)
    if behind and not part.basis:
        text = text[: behind.start()]
    return Party(
        department=part.actor.bodies,
        division=or_none(text),
        basis=part.basis or (behind["basis"] if behind else None),
        case=or_none(case),
        role=part.actor.role,
        locator=part.locator or Locator(),
    )
