"""The form of an answer to a question."""

from typing import Any

from pydantic import BaseModel

from dutygraph.bilingual import Bilingual


class Hit(BaseModel):
    """An entry that was found; ``department`` publishes it, ``actor`` acts in it."""

    kind: dict[str, str]
    id: str
    title: str | None
    text: str
    department: str | None
    department_id: str | None
    actor: str | None
    actor_id: str | None
    offices: list[str]
    phone: str | None
    source: str | None
    locator: dict[str, Any] | None


class Answering(BaseModel):
    """A body that answers for what was asked, its offices and telephones as printed, and the entry that says so best."""

    department: str
    department_id: str
    offices: list[str]
    phones: list[str]
    because: Hit


class SearchFacet(BaseModel):
    """A value by which the answer can be narrowed, its name, and how many entries have it."""

    value: str
    name: Bilingual
    count: int


class SearchAnswer(BaseModel):
    """The answer to a question.

    ``terms`` are the words looked for, each with the official words that will do in its place; ``close`` says that no entry
    has all of them, and ``rows`` are the nearest. ``cut``: more entries match than are weighed and counted.
    """

    question: str
    terms: list[list[str]]
    close: bool
    answering: list[Answering]
    total: int
    cut: bool
    offset: int
    more: bool
    kinds: list[SearchFacet]
    departments: list[SearchFacet]
    rows: list[Hit]
    data_version: str

    @property
    def words(self) -> list[str]:
        """All words that were looked for, the longest first."""
        return sorted({word for term in self.terms for word in term}, key=lambda word: (-len(word), word))
