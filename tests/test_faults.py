"""The short form of ``benchmarks.faults``."""

from pathlib import Path

from benchmarks.faults import full_disk, killed
from dutygraph.graph.store.settings import StoreSettings


def test_kills_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    outcome = killed(StoreSettings(data=tmp_path / "data"), 2, "embedded")
    assert (outcome.times, outcome.failures) == (2, [])


def test_commands_on_a_full_disk_say_so() -> None:
    assert full_disk([["search", "市场"], ["recompute"], ["export", "-o", "OUT/x.graphml"]]).failures == []
