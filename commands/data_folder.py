"""A data folder that holds nothing yet: said by every command that only reads, with where the sample district lies."""

from pathlib import Path

from dutygraph.bilingual import Bilingual
from dutygraph.commands.terminal.printing import open_console, pick, print_line
from dutygraph.graph.errors import NoGraphError
from dutygraph.graph.store.folder import holds_graph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.cypher_files import cypher

DEMO = Path("dutygraph-data") / "demo"
"""Where ``dutygraph demo`` puts the sample district."""


def require_graph(settings: StoreSettings) -> None:
    """Raise NoGraphError for a data folder in which nothing was ever read."""
    if settings.uri is None and not holds_graph(settings.data):
        demo = _demo(settings)
        raise NoGraphError(
            zh=f"数据文件夹 {settings.data} 里还没有图谱，请先用 dutygraph ingest 读入清单{demo.zh}",
            en=f"there is no graph in the data folder {settings.data}; read lists with dutygraph ingest first{demo.en}",
        )


def tell_if_empty(store: GraphStore, settings: StoreSettings, lang: str) -> None:
    """Say on the error stream when a graph has no lists."""
    if store.read(cypher("any_list")):
        return
    place, demo = settings.uri or settings.data, _demo(settings)
    zh = f"{place} 里的图谱没有清单，请用 dutygraph ingest 读入{demo.zh}"
    en = f"the graph in {place} has no lists; read some with dutygraph ingest{demo.en}"
    print_line(open_console(error=True), pick(lang, zh, en), "yellow")


def _demo(settings: StoreSettings) -> Bilingual:
    """Where the sample district lies; nothing unless it was read here."""
    if settings.uri or settings.data == DEMO or not holds_graph(DEMO):
        return Bilingual("", "")
    return Bilingual(
        f"；示例区的图谱在 {DEMO}，可加 --data {DEMO}",
        f"; the graph of the sample district lies in {DEMO}: add --data {DEMO}",
    )
