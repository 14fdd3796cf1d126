"""What a document says does not depend on the day on which it is read."""

import datetime
import time
from pathlib import Path

import pytest

from dutygraph.graph.interop import read_subgraph
from dutygraph.graph.loading.intake import collect_orphans, ingest_document
from dutygraph.graph.model import Subgraph
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.ingest.parse import parse_bytes
from dutygraph.queries.findings.update.recompute import recompute
from tests.ingest.crafted import as_text

ROWS = [
    ("1", "根据《云溪市防灾办法》（云政发〔2031〕5号）管理防灾", "防灾股", "发布灾害预警信号", ""),
    ("2", "根据《云溪市预报办法》（云政发〔2961〕5号）管理预报", "预报股", "制作天气预报", ""),
]


def _set_clock(patch: pytest.MonkeyPatch, year: int) -> None:
    class Date(datetime.date):
        @classmethod
        def today(cls) -> datetime.date:  # type: ignore[override]
            return datetime.date(year, 3, 1)

    class DateTime(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> datetime.datetime:  # type: ignore[override]
            return datetime.datetime(year, 3, 1, tzinfo=tz)

    moment = datetime.datetime(year, 3, 1, tzinfo=datetime.UTC).timestamp()
    patch.setattr(time, "time", lambda: moment)
    patch.setattr(datetime, "date", Date)
    patch.setattr(datetime, "datetime", DateTime)


def _read_in(year: int, folder: Path) -> Subgraph:
    with GraphStore.open(StoreSettings(data=folder)) as store, pytest.MonkeyPatch.context() as patch:
        store.prepare()
        _set_clock(patch, year)
        ingest_document(store, parse_bytes(as_text(ROWS), "list.txt"))
        collect_orphans(store)
        recompute(store)
        return read_subgraph(store)


def test_a_list_read_in_another_year_gives_the_same_graph(tmp_path: Path) -> None:
    early, late = (_read_in(year, tmp_path / str(year)) for year in (2026, 2036))
    assert early == late
    (read,) = [node for node in early.nodes if node.label == "DutyList"]
    assert read.properties["cited_year"] == 2031
    broken = [edge.properties["printed"] for edge in early.edges if edge.type == "SHOWS_SLIP"]
    assert broken == ["发〔2961〕5号"]
