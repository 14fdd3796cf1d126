"""Which rows of a list stand on a page, and the addresses of the pages around it."""

from typing import Any, NamedTuple, Self

from fastapi import Request

from dutygraph.api.listing import FARTHEST
from dutygraph.bilingual import Bilingual
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.errors import argument_error


class Window(NamedTuple):
    """A page of a list, from 1, and how many rows it has."""

    page: int
    size: int

    @classmethod
    def of(cls, request: Request, size: int) -> Self:
        """Return what the parameter ``page`` of an address says. Raises ArgumentError for what is no such number."""
        number = request.query_params.get("page") or "1"
        most = FARTHEST // size
        if not (
            number.isascii()
            and number.isdigit()
            and len(number) < len(str(FARTHEST))
            and 1 <= int(number) <= most
        ):
            raise argument_error(
                [Bilingual(f"page（第几页）应在 1 与 {most} 之间", f"page must be from 1 to {most}")]
            )
        return cls(int(number), size)

    @property
    def arguments(self) -> dict[str, Scalar]:
        """The arguments of a named query that choose these rows."""
        return {"limit": self.size, "offset": (self.page - 1) * self.size}

    def ways(self, request: Request, *, more: bool) -> dict[str, Any]:
        """Return what templates need to lead to the pages before and after."""
        url = request.url.remove_query_params(["page", "limit", "offset"])
        return {
            "page": self.page,
            "previous_page": f"?{url.include_query_params(page=self.page - 1).query}"
            if self.page > 1
            else None,
            "next_page": f"?{url.include_query_params(page=self.page + 1).query}" if more else None,
        }
