"""Lists rendered in every layout of every format read back as they were: exact-match micro F1 per document.

A document of many lists is cut up among the layouts of a format: each prints every ``SHARES``-th list of it, so that
together they print all lists several times. Each variation of a layout (other columns, header words, breaks) prints one
document of the sample; as it is, it has printed all of them. ``python -m tests.ingest.render.score`` prints every list in
every layout.
"""

from collections.abc import Iterator
from statistics import median

import pytest

from tests.ingest.render.layouts import LAYOUTS
from tests.ingest.render.score import LOWEST, MANY, MEDIAN, SHARES, scores, share, source_lists
from tests.ingest.render.variations import AS_PRINTED, every_variation
from tests.ingest.sources import SAMPLE

SOURCES = source_lists()
SAMPLES = [path.stem for path in SAMPLE]


def layouts() -> Iterator[tuple[str, str, int]]:
    """Yield the formats and their layouts, each with its number among those of the format."""
    numbers: dict[str, int] = {}
    for suffix, layout in LAYOUTS:
        numbers[suffix] = numbers.get(suffix, -1) + 1
        yield suffix, layout, numbers[suffix]


HARD = {"no lines": 0.9, "form line and footnote marks": 0.8}
"""Layouts of PDF that are not read without mistakes yet, and the lowest F1 of a document that they must keep."""


@pytest.mark.parametrize(("suffix", "layout", "number"), list(layouts()))
def test_layout(suffix: str, layout: str, number: int) -> None:
    sources = {name: share(lists, number) for name, lists in SOURCES.items()}
    found = scores(LAYOUTS[suffix, layout], suffix, sources)
    assert median(found.values()) >= MEDIAN, found
    if layout in HARD:
        assert min(found.values()) >= HARD[layout], found
        return
    assert min(found.values()) >= LOWEST, found
    exact = (
        0.99 if suffix == ".pdf" else 1
    )  # on a full line at a page's end it is a guess whether the row goes on
    assert all(found[name] >= exact for name in SAMPLES), found


def test_the_shares_of_a_document_are_all_of_it() -> None:
    lists = next(iter(SOURCES.values()))
    many = [lists[0].model_copy(update={"title": f"{number}"}) for number in range(MANY)]
    printed = [one.title for number in range(SHARES) for one in share(many, number)]
    assert sorted(printed) == sorted(one.title for one in many)
    assert all(len(SOURCES[name]) < MANY for name in SAMPLES)


@pytest.mark.parametrize("suffix", sorted({suffix for suffix, _ in LAYOUTS}))
def test_variations(suffix: str) -> None:
    found: dict[tuple[str, str, str], float] = {}
    for number, (format_, layout, variation, varied) in enumerate(every_variation()):
        if format_ == suffix and variation != AS_PRINTED:
            name = SAMPLES[number % len(SAMPLES)]
            found[layout, variation, name] = scores(varied, suffix, {name: SOURCES[name]})[name]
    assert median(found.values()) == 1
    assert {one: score for one, score in found.items() if score < LOWEST} == {}
