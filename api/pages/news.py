"""What the last reading changed, for pages: with what of it can still be opened."""

from collections.abc import Mapping
from typing import Any

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.update.reading_news import last_news, still_there


def news_shown(store: GraphStore) -> dict[str, Any]:
    """Return what the template of the last news needs; ``news`` is None where nothing was read yet."""
    news = last_news(store)
    told = news.model_dump() if news else {}
    return {"news": told or None, **links_of(store, told)}


def links_of(store: GraphStore, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return, as ``there``, the findings (ids) and documents (names) among the news that are still in the graph."""
    findings = {one["id"] for first in told.get("first", {}).values() for one in first}
    sources = {one["source"] for one in told.get("lists", ())}
    return {"there": still_there(store, findings, sources)}
