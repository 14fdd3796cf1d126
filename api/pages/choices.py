"""What a reader chooses in the address of a list or of the queue: filters, order, and where in it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Literal
from urllib.parse import urlencode

from pydantic import ConfigDict, Field

from dutygraph.queries.findings.read.filters import FindingFilters
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.queries.findings.sorting import Sort

Subject = Literal["to_judge", "topics", "findings"]
"""What a review goes through: all that has to be decided, topics or findings."""


class FindingChoice(FindingFilters):
    """The findings or topics that a reader chooses; a parameter that is none of these is refused, not passed over."""

    model_config = ConfigDict(extra="forbid")

    sort: Sort = "rank"
    on_demand: bool = Field(
        default=False,
        description="是否也列常规交叉、可能重叠 / whether ordinary interplay and possible overlaps are listed too",
    )
    lang: str | None = Field(default=None, exclude=True)

    def address(self, **more: object) -> str:
        """Return the query of the address of the same choice, without what is not chosen, with more parameters.

        A parameter that is None is left out.
        """
        chosen = self.model_dump(exclude=_PLACES, exclude_none=True, exclude_defaults=True, by_alias=True)
        values = {name: value for name, value in {**chosen, **more}.items() if value is not None}
        return f"?{urlencode(list(_pairs(values.items())))}" if values else ""

    @property
    def listed(self) -> Selection:
        """The findings or topics to list. Raises UnknownQueryError for a kind that no finding can have."""
        return replace(self.selection, on_demand=self.on_demand)

    @property
    def chosen(self) -> bool:
        """Whether any filter chooses."""
        return bool(self.model_dump(exclude={*_PLACES, "sort", "on_demand"}, exclude_defaults=True))


class FindingPageChoice(FindingChoice):
    """A page of the topics or findings that a reader chooses."""

    page: int = Field(default=1, ge=1)


class ReviewChoice(FindingChoice):
    """What a review goes through, and where in it the reader stands."""

    subject: Subject = Field(default="to_judge", alias="of")
    topic: str | None = Field(default=None, description="议题，只看它的线索 / the findings of one topic")
    at: str | None = None


_PLACES = {"page", "at"}
"""Parameters that say where in a choice a reader is: the same choice has others."""


def _pairs(values: Iterable[tuple[str, Any]]) -> Iterable[tuple[str, str]]:
    for name, value in values:
        for one in value if isinstance(value, list | tuple) else [value]:
            yield name, "1" if one is True else str(one)
