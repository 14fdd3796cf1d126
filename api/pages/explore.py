"""The explorer: a canvas, and the same as an outline, which also serves without scripts."""

from dataclasses import replace
from typing import Annotated, Any, get_args

from fastapi import Query, Request
from pydantic import Field
from starlette.responses import Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.page import language_of, render
from dutygraph.api.pages.region import largest_region, region_of
from dutygraph.api.route_policy import CACHED
from dutygraph.api.routes.explore import ExploreRequest, PlacedView, placed
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import bodies, regions_of
from dutygraph.queries.explore.models import Focus, ViewRequest
from dutygraph.queries.search.answer import SearchFilters, search
from dutygraph.queries.search.question import LONGEST
from dutygraph.visualize.explorer.addresses import address, begun, switched
from dutygraph.visualize.explorer.outline import outline
from dutygraph.visualize.explorer.scene import scene
from dutygraph.visualize.pictures.pictures import DRAWING_LIBRARY
from dutygraph.visualize.texts import texts

router = pages(CACHED)
_HITS = 8
_WORDS = (
    "blank", "explore_open", "explore_close", "explore_next", "explore_remove", "explore_pin", "explore_unpin",
    "explore_page", "explore_from", "explore_to", "explore_from_is", "explore_failed", "explore_hint", "findings",
    "source", "unread_list", "saved_delete",
)  # fmt: skip
"""What the script says."""


class _ExplorerParams(ExploreRequest):
    """What a reader has on the canvas, and looks for to put there."""

    q: str = Field(default="", max_length=LONGEST)


@router.get("/explore")
def explore(
    request: Request, store: Store, settings: Settings, params: Annotated[_ExplorerParams, Query()]
) -> Response:
    """Show what the address says, and what was looked for to be put beside it."""
    wanted, lang, known = params.wanted, language_of(request), bodies(store)
    whole = wanted.whole
    chosen = (region_of(request, known) or largest_region(known) or "") if whole else wanted.region
    view = placed(store, replace(wanted, region=chosen), settings.picture_nodes, settings.district_nodes)
    return render(
        request,
        "explore.html",
        wanted=wanted,
        whole=whole,
        view=view,
        region=chosen,
        regions=regions_of(known.values()),
        scene=scene(view, view.positions, wanted, lang),
        rows=outline(view, wanted, lang),
        legend=_legend(view, wanted),
        on_demand=address(replace(wanted, on_demand=not wanted.on_demand)),
        focus_addresses={focus: address(replace(wanted, focus=focus)) for focus in get_args(Focus)},
        pathless=address(replace(wanted, source="", target="")),
        words={key: texts()[key][lang] for key in _WORDS},
        hits=_hits(store, params.q, wanted) if params.q.strip() else [],
        q=params.q,
        library=DRAWING_LIBRARY,
    )


def _legend(view: PlacedView, wanted: ViewRequest) -> list[dict[str, Any]]:
    """The kinds that are shown or hidden, and where to switch each."""
    there = {node.kind.name for node in view.nodes} | {group.kind.name for group in view.groups}
    return [
        {"kind": kind, "hidden": kind.name in wanted.hide, "address": address(switched(wanted, kind.name))}
        for kind in ontology().nodes.values()
        if kind.name in there or kind.name in wanted.hide
    ]


def _hits(store: GraphStore, question: str, wanted: ViewRequest) -> list[dict[str, str]]:
    """What a search finds, each with the address of the view with it: the bodies that answer first."""
    answer = search(store, question, SearchFilters(), offset=0, limit=_HITS)
    found = {one.department_id: ("Department", one.department, "") for one in answer.answering[:3]}
    found |= {hit.id: (hit.kind["name"], hit.title or hit.text, hit.department or "") for hit in answer.rows}
    return [
        {"kind": kind, "name": name, "within": within, "address": address(begun(wanted, id_))}
        for id_, (kind, name, within) in found.items()
    ][:_HITS]
