"""The header of one section's tables: which role each column has by its words."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from dutygraph.ingest.lists.header_words import PART, ColumnMeaning, meaning, owner_of_part, without_brackets
from dutygraph.ingest.lists.kinds import SectionKind, Words

_PARTIES = ("lead", "support", "party")


@dataclass(frozen=True, slots=True)
class StatedColumn:
    """A header that whoever reads a document says the role of; the role by its name or by a known header."""

    header: str
    role: str

    def role_in(self, section: SectionKind) -> str | None:
        """Return the role as a section calls it, None if the section has no such column."""
        if self.role in section.columns:
            return self.role
        return next((role for role, words in section.columns.items() if self.role in words), None)


@dataclass(frozen=True)
class SectionHeader:
    """What header texts mean in one section."""

    words: dict[str, str]
    """Header text to column role."""
    ranks: dict[str, int]
    family: Words
    """Two roles whose words are alike: of two columns of one of them, the second has the other."""
    parts: Words
    """What a header ends with whose column holds the part of one party."""
    qualifiers: Mapping[str, Words]
    """``lead`` and ``support`` to what such a header begins with (牵头职责)."""
    bodies: Words
    """What names a body, or a kind of bodies, ends with."""

    def knows(self, text: str) -> bool:
        """Say whether a cleaned text is a header, also a longer one or one that names whose part its column holds."""
        return self._meaning(text) is not None or self.names_part(text)

    def names_part(self, text: str) -> bool:
        """Say whether a cleaned text names a party and its part (乡镇职责)."""
        owner = self._owner(text) or ""
        return owner != "" and (self._party(owner) is not None or self.names_body(owner))

    def fit(self, texts: Sequence[str], fresh: Set[str]) -> int:
        """Return how many of the texts are headers of this section; parts are looked for among ``fresh`` ones only."""
        return sum(
            self._meaning(text) is not None or (text in fresh and self.names_part(text)) for text in texts
        )

    def roles(self, texts: Sequence[str]) -> list[str | None]:
        """Return the role of each column, None for an unknown one and for a second one of the same role."""
        meanings = [None if self._is_part(text) else self._meaning(text) for text in texts]
        columns = {at: each for at, each in enumerate(meanings) if each}
        order = sorted(columns, key=lambda at: (not columns[at].exact, columns[at].rank, at))
        found: dict[str, int] = {}
        for at in order:
            found.setdefault(columns[at].role, at)
        for role, other in (self.family, self.family[::-1]) if self.family else ():
            alike = [at for at in order if columns[at].role == role and columns[at].exact]
            if other not in found and len(alike) > 1:
                found[other] = alike[1]
        roles: list[str | None] = [None] * len(texts)
        for role, place in found.items():
            roles[place] = role
        self._add_parts(texts, roles)
        return roles

    def doubtful(self, text: str) -> bool:
        """Say whether a header says something else beside the role that it gives its column."""
        found = self._meaning(text)
        return found is not None and not found.certain

    def _meaning(self, text: str) -> ColumnMeaning | None:
        return meaning(text, self.words, self.ranks)

    def _is_part(self, text: str) -> bool:
        return without_brackets(text) not in self.words and self.names_part(text)

    def _add_parts(self, texts: Sequence[str], roles: list[str | None]) -> None:
        """Add the roles of columns that hold a party's part, as far as their columns have none."""
        owners = {
            at: owner
            for at, text in enumerate(texts)
            if roles[at] is None and (owner := self._owner(text)) is not None
        }
        several = sum(self.names_part(texts[at]) for at in owners) > 1
        for at, owner in owners.items():
            role = self._part(owner, roles, several=several)
            roles[at] = role if role not in roles else None

    def _owner(self, text: str) -> str | None:
        """Return whose part a column holds (乡镇配合职责 → 乡镇), "" if nobody is named, None if it holds no part."""
        owner = owner_of_part(text, self.parts)
        if not owner or self._party(owner):
            return owner
        endings = (word for words in self.qualifiers.values() for word in words if owner.endswith(word))
        return owner.removesuffix(next(endings, ""))

    def _part(self, owner: str, roles: Sequence[str | None], *, several: bool) -> str | None:
        party = self._party(owner)
        if party in ("lead", "support"):
            return PART + party
        if not owner or (party and ("party" in roles or not several)):
            return "division"
        return PART + owner if self.names_body(owner) else None

    def _party(self, owner: str) -> str | None:
        """Return the column that names the owner of a part: by its header, or by what the owner begins with."""
        if (role := self.words.get(without_brackets(owner))) in _PARTIES:
            return role
        return next((role for role, words in self.qualifiers.items() if owner in words), None)

    def names_body(self, owner: str) -> bool:
        """Say whether a text names a body or a kind of bodies (乡镇)."""
        return without_brackets(owner).endswith(self.bodies)


def section_header(
    section: SectionKind, bodies: Sequence[str], stated: Sequence[StatedColumn]
) -> SectionHeader:
    """Return the header of a section's tables; ``bodies`` is what names of bodies end with, ``stated`` adds headers."""
    own = [(each.header, role) for each in stated if (role := each.role_in(section))]
    known = [(word, role) for role, words in section.columns.items() for word in words]
    words = dict([*known, *own])
    return SectionHeader(
        words=words,
        ranks={word: rank for rank, word in enumerate(dict([*own, *known]))},
        family=section.family,
        parts=section.words.get("parts", ()),
        qualifiers={role: section.words[role] for role in ("lead", "support") if role in section.words},
        bodies=(*bodies, *section.words.get("bodies", ())),
    )
