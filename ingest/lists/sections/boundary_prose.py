"""Shared matters in running text: a matter, and who does which part of it.

A matter stands at the beginning of its paragraph (（一）古树保护。区林业局负责…；区城管局负责…), or as a line of its own
above the paragraphs of its parties (区林业局：负责…). What cannot be cut like that becomes a warning.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dutygraph.ingest.document import Line, Passage, Span
from dutygraph.ingest.lists.draft import ListDraft
from dutygraph.ingest.lists.item_marks import ItemMark, item_marks
from dutygraph.ingest.lists.sections.headings import ends_sentence
from dutygraph.ingest.lists.sections.prose_matters import MatterInProse, PartyInProse, boundary_of
from dutygraph.ingest.lists.sections.prose_parties import (
    NAME,
    ROLES,
    WORDS,
    Actor,
    Piece,
    actor,
    begins_with_duty,
    matter_before_blank,
    names_bodies,
    with_matter_apart,
)
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.records import Boundary, Locator

_ABOUT = re.compile("^(?P<bodies>[^在]{0,60})(?:在|关于|对于)(?P<matter>.+?)(?:方面|工作中|过程中|上|中)?$")
_DIVISION = re.compile("的?(?:职责分工|职责边界|职责划分|责任分工|分工)$")
_ANNOUNCES = re.compile("如下$|下列|以下")
_CONDITION = re.compile("^(?:对(?!外)|涉及|发现|如|凡|需要|经|遇)")
_BASIS = re.compile(rf"^(?:{'|'.join(sorted(WORDS['bases'], key=len, reverse=True))})(?:[为是有]|$|(?=《))")
_GROUND = re.compile(rf"^(?:{'|'.join(WORDS['grounds'])})[^《]{{0,20}}《")
_LONGEST_MATTER = 40
_LONGEST_LEAD = 120
"""Characters; a matter may stand behind the bodies that share it: 某局与某局在…方面的职责分工."""
_AROUND_NUMBER = "（()）第、．.，,：: "


def read_prose(passages: Sequence[Passage], draft: ListDraft) -> list[Boundary]:
    """Return the shared matters in paragraphs that follow each other; what is part of none becomes warnings."""
    reader = _Reader(draft)
    for passage in passages:
        for part in _parts(passage):
            for item in _items(part):
                _Paragraph(item, reader).read()
    reader.drop_pending()
    return [boundary_of(matter) for matter in reader.matters]


def _parts(passage: Passage) -> list[Passage]:
    """Return a paragraph in two where its first party stands behind its matter and a blank."""
    (span, *others) = passage.spans
    at = matter_before_blank(span.text)
    if at is None:
        return [passage]
    head, tail = replace(span, text=span.text[:at]), replace(span, text=span.text[at:])
    return [Passage([head]), Passage([tail, *others])]


def _items(passage: Passage) -> Iterator[Passage]:
    """Cut a paragraph in which the numbering of its beginning goes on: 1.… 2.…."""
    text, begin = passage.text, 0
    opening: ItemMark | None = None
    for mark in item_marks(text):
        if opening is None and not mark.opens_line:
            break
        if opening and mark.is_set_off and (mark.family, mark.number) == (opening.family, opening.number + 1):
            yield Passage([Span(text[begin : mark.start], passage.locate(begin))])
            opening, begin = mark, mark.start
        opening = opening or mark
    yield Passage([Span(text[begin:], passage.locate(begin))])


@dataclass(slots=True)
class _Reader:
    """The matters so far, and a line that may be the next one: it is, when a party follows."""

    draft: ListDraft
    matters: list[MatterInProse] = field(default_factory=list)
    pending: MatterInProse | None = None

    @property
    def last_part(self) -> PartyInProse | None:
        """The party that was read last, None before the first one of a matter."""
        return self.matters[-1].parts[-1] if self.matters and self.matters[-1].parts else None

    def drop_pending(self) -> None:
        """Warn of the line that was no matter after all."""
        if self.pending:
            self.draft.warn_unplaced(self.pending.passage)
        self.pending = None

    def opens(self, matter: MatterInProse | None, family: str) -> bool:
        """Go on with the matter of a party: the given one, the pending line, or the last one unless a new item begins."""
        if matter:
            self.drop_pending()
        matter = matter or self.pending
        if matter:
            self.matters.append(matter)
            self.pending = None
            return True
        return bool(self.matters) and (not family or family != self.matters[-1].family)


class _Paragraph:
    """A paragraph while it is read, piece by piece."""

    def __init__(self, passage: Passage, reader: _Reader) -> None:
        self._passage = passage
        self._reader = reader
        mark = next(item_marks(passage.text), None)
        self._mark: ItemMark | None = mark if mark and mark.opens_line else None
        self._family = self._mark.family if self._mark else ""
        self._pieces = with_matter_apart(passage.text[self._mark.end if self._mark else 0 :])
        self._lead: list[Piece] = []
        self._ground = ""
        self._role = ""
        self._has_party = False

    def read(self) -> None:
        """Add what the paragraph says to the matters, or warn of it."""
        for at, piece in enumerate(self._pieces):
            if label := _label(piece):
                self._role = label
            elif found := self._actor(piece):
                if not self._add_party(found, piece):
                    self._reader.draft.warn_unplaced(self._passage)
                    return
            elif _GROUND.match(piece.text) and any(map(actor, self._pieces[at + 1 : at + 3])):
                self._ground = piece.text
            elif self._role == "matter" or not (self._has_party or self._role):
                self._lead.append(piece)
            else:
                self._continue(piece)
        if self._lead and not self._has_party:
            self._line_alone()

    def _actor(self, piece: Piece) -> Actor | None:
        if self._role in ("matter", "basis", "case", "remark"):
            return None
        if self._role in ("lead", "support", "party") and names_bodies(piece.text):
            role = ROLES.get(self._role)
            return Actor(piece.text, "", role)
        return actor(piece)

    def _add_party(self, found: Actor, piece: Piece) -> bool:
        """Add a party, the first one of a paragraph to the matter that its lead names; return False if there is none."""
        text = found.part
        if not self._has_party:
            lead = _joined(self._lead)
            if lead and self._is_condition(lead):
                lead, text = "", f"{lead}，{text}"
            matter = self._matter(lead) if lead else None
            if (lead and not matter) or not self._reader.opens(matter, self._family):
                return False
        self._has_party = True
        is_open = piece.behind in ("：", ":")
        part = PartyInProse(found, text, self._ground or None, self._passage.locator, is_open)
        self._reader.matters[-1].parts.append(part)
        self._ground = ""
        return True

    def _is_condition(self, lead: str) -> bool:
        """Whether a lead such as 对违法占地的 says in what case a party acts, rather than names a matter."""
        matters = self._reader.matters
        same_style = matters and self._family == matters[-1].family and self._family
        return bool(matters or self._reader.pending) and not same_style and bool(_CONDITION.match(lead))

    def _matter(self, text: str) -> MatterInProse | None:
        """Return a matter of this text, None when it is too long for one or only announces what follows."""
        name = _DIVISION.sub("", text[:_LONGEST_LEAD])
        about = _ABOUT.match(name)
        if about and (not about["bodies"] or names_bodies(about["bodies"])):
            name = about["matter"]
        if not 1 < len(name) <= _LONGEST_MATTER or _ANNOUNCES.search(name) or re.search("[。；;]", name):
            return None
        number = (
            self._passage.text[self._mark.start : self._mark.end].strip(_AROUND_NUMBER) if self._mark else ""
        )
        return MatterInProse(number, name, self._family, self._passage)

    def _line_alone(self) -> None:
        """Place a paragraph without a party: a matter for the parties below, more about the last party, or nothing."""
        text, reader = _joined(self._lead), self._reader
        last = reader.last_part
        goes_on = last is not None and last.is_open and not reader.pending
        if goes_on and self._family and self._family != reader.matters[-1].family:
            self._extend(self._passage.text)
        elif (self._mark or not ends_sentence(self._passage.text)) and (matter := self._matter(text)):
            reader.drop_pending()
            reader.pending = matter
        elif goes_on and not self._family:
            self._extend(self._passage.text)
        elif reader.matters and _BASIS.match(text):
            self._basis(text)
        else:
            reader.draft.warn_unplaced(self._passage)

    def _continue(self, piece: Piece) -> None:
        """Add a piece behind a party, or under a label, to what it is about."""
        last = self._reader.last_part
        if last and (self._role == "basis" or (not self._role and _BASIS.match(piece.text))):
            self._basis(piece.text)
        elif last and self._role == "case":
            self._reader.matters[-1].case += piece.before.strip("：:") + piece.text
        elif (
            last
            and self._role not in ("remark", "number")
            and (last.is_open or piece.before not in ("。", "") or begins_with_duty(piece.text))
        ):
            self._extend(piece.before + piece.text)
        else:
            self._reader.draft.warn_unplaced(Line(piece.text, self._passage.locator or Locator()))

    def _extend(self, text: str) -> None:
        last = self._reader.last_part
        if last:
            last.text += text

    def _basis(self, text: str) -> None:
        matter = self._reader.matters[-1]
        matter.bases.append((matter.parts[-1], text))


def _label(piece: Piece) -> str | None:
    """Return the role of a label such as 牵头单位：."""
    return vocabulary().columns[NAME].get(piece.text) if piece.behind in ("：", ":") else None


def _joined(parts: Sequence[Piece]) -> str:
    return "".join(f"{piece.before if at else ''}{piece.text}" for at, piece in enumerate(parts))
