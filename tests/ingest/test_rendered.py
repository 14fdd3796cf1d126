"""Lists rendered in every layout of every format read back as they were: exact-match micro F1 per document."""

from statistics import median

import pytest

from tests.ingest.render.layouts import LAYOUTS
from tests.ingest.render.score import LOWEST, MEDIAN, scores, source_lists
from tests.ingest.sources import SAMPLE

SOURCES = source_lists()
SAMPLES = [path.stem for path in SAMPLE]


@pytest.mark.parametrize(("suffix", "layout"), LAYOUTS)
def test_layout(suffix: str, layout: str) -> None:
    found = scores(LAYOUTS[suffix, layout], suffix, SOURCES)
    assert median(found.values()) >= MEDIAN, found
    assert min(found.values()) >= LOWEST, found
    exact = (
        0.99 if suffix == ".pdf" else 1
    )  # on a full line at a page's end it is a guess whether the row goes on
    assert all(found[name] >= exact for name in SAMPLES), found
