"""What the last reading changed, for pages: with what of it can still be opened."""

from collections.abc import Mapping
from typing import Any

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.update.reading_news import last_news, still_there


def news_shown(store: GraphStore) -> dict[str, Any]:
    """Return what the template of the last news needs; ``news`` is None where nothing was read yet."""
    news = last_news(store)
    changes = news.model_dump() if news else {}
    return {"news": changes or None, **links_of(store, changes)}


def links_of(store: GraphStore, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return, as ``there``, the findings (ids) and documents (names) among the news that are still in the graph."""
    findings = {one["id"] for first in changes.get("first", {}).values() for one in first}
    sources = {one["source"] for one in changes.get("lists", ())}
    return {"there": still_there(store, findings, sources)}
