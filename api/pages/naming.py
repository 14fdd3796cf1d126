"""Texts of pages with every name in them as a link."""

from collections.abc import Callable, Mapping
from functools import cache

from fastapi import Request
from markupsafe import Markup

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import bodies
from dutygraph.queries.catalogue.known_names import KnownNames, known_names
from dutygraph.visualize.wording import with_links

Naming = Callable[..., Markup]


def naming(request: Request) -> Naming:
    """Return what makes a text into one with links: ``named(text, department_id, here)``; ``here`` is the page's own id."""

    @cache
    def regions() -> Mapping[str, str | None]:
        store: GraphStore = request.state.store
        return store.cached(
            "regions of bodies", lambda: {id_: body.region for id_, body in bodies(store).items()}
        )

    @cache
    def names(region: str | None) -> KnownNames:
        return known_names(request.state.store, region)

    def named(text: str | None, department: str | None = None, here: str = "") -> Markup:
        known = names(regions().get(department or ""))
        return with_links(text or "", known.places(text or "", department, here))

    return named
