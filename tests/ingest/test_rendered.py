"""Lists rendered in every layout of every format read back as they were: exact-match micro F1 per document.

A document of many lists is cut up among the layouts of a format: each prints every ``SHARES``-th list of it, and every
other document of the sample (of PDF, which takes ten times as long, every fourth), so that together they print all lists
several times. Each variation of a layout (other columns,
header words, breaks) prints one document of the sample. ``python -m tests.ingest.render.score`` prints every list in every
layout.
"""

from collections.abc import Iterator
from statistics import median

import pytest

from tests.ingest.render.layouts import LAYOUTS
from tests.ingest.render.score import LOWEST, MANY, MEDIAN, SHARES, Lists, scores, share, source_lists
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


def printed_by(number: int, suffix: str) -> dict[str, Lists]:
    """Return what the layout of this number prints: some documents of the sample, a share of the real lists."""
    every = 4 if suffix == ".pdf" else 2
    others = {*SAMPLES} - {*SAMPLES[number % every :: every]}
    return {name: share(lists, number) for name, lists in SOURCES.items() if name not in others}


def exact(suffix: str) -> float:
    """Return the F1 of a document that is read right: at the end of a PDF page it is a guess whether a row goes on."""
    return 0.985 if suffix == ".pdf" else 1


@pytest.mark.parametrize(("suffix", "layout", "number"), list(layouts()))
def test_layout(suffix: str, layout: str, number: int) -> None:
    found = scores(LAYOUTS[suffix, layout], suffix, printed_by(number, suffix))
    assert median(found.values()) >= MEDIAN, found
    if layout in HARD:
        assert min(found.values()) >= HARD[layout], found
        return
    assert min(found.values()) >= LOWEST, found
    assert all(found[name] >= exact(suffix) for name in SAMPLES if name in found), found


def test_the_shares_of_a_document_are_all_of_it() -> None:
    lists = next(iter(SOURCES.values()))
    many = [lists[0].model_copy(update={"title": f"{number}"}) for number in range(MANY)]
    printed = [one.title for number in range(SHARES) for one in share(many, number)]
    assert sorted(printed) == sorted(one.title for one in many)
    assert all(len(SOURCES[name]) < MANY for name in SAMPLES)


@pytest.mark.parametrize(("suffix", "layout"), list(LAYOUTS))
def test_variations(suffix: str, layout: str) -> None:
    found: dict[tuple[str, str], float] = {}
    for number, (*printed, variation, varied) in enumerate(every_variation()):
        if printed == [suffix, layout] and variation != AS_PRINTED:
            name = SAMPLES[number % len(SAMPLES)]
            found[variation, name] = scores(varied, suffix, {name: SOURCES[name]})[name]
    assert median(found.values()) >= exact(suffix), found
    assert min(found.values()) >= LOWEST, found
