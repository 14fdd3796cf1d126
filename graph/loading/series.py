"""Series: entries of one list that are alike but for numbers and names, of which the first stands for all.

A list may print ten thousand of them (a ferry, a village, a form each). Compared with each other they would take the square
of that; so a few are compared, and the others are stored and marked with the id of the first.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dutygraph.graph.limits import AnalysisLimits, analysis_limits
from dutygraph.graph.loading.statements import Fields, fields_of, records_of, value_of
from dutygraph.graph.ontology import ontology
from dutygraph.ingest.records import DutyList, Locator, ParseWarning
from dutygraph.ingest.warnings import warning
from dutygraph.visible import shortened

MARK = "alike"
"""The property of a statement that is left out of comparisons: the id of the first of its series."""

_NUMBER = re.compile(r"[\dA-Za-z〇零一二三四五六七八九十百千万两]+")
_QUOTED = 31


@dataclass(frozen=True, slots=True)
class Series:
    """Entries of one label, by their number among those of the list: those that are compared, and the others."""

    label: str
    compared: tuple[int, ...]
    left_out: tuple[int, ...]
    text: str
    """That of the first."""
    locator: Locator


def series_in(fields: Fields) -> Iterator[Series]:
    """Yield the series of a list, given by its fields, that have more entries than are compared."""
    most = analysis_limits().alike
    for kind, statement in ontology().statements():
        if MARK not in kind.properties:
            continue
        records = list(records_of(fields, statement))
        texts = [value_of(statement, record, statement.texts[0]) or "" for record in records]
        for numbers in alike_texts(texts, most):
            locator = Locator.model_validate(records[numbers[0]]["locator"])
            yield Series(kind.name, tuple(numbers[:most]), tuple(numbers[most:]), texts[numbers[0]], locator)


def alike_texts(texts: Sequence[str], most: int) -> list[list[int]]:
    """Return the groups of more than ``most`` texts (by number, ascending) that are alike but for numbers and names.

    Their common part is what more than ``most`` texts print: two neighbouring characters at a time, every number counting
    as one character. Texts have the same common part in the same order, and it is half of each of them or more.
    """
    if len(texts) <= most:
        return []
    masked = [_NUMBER.sub("#", text) for text in texts]
    printing = Counter(two for text in masked for two in {text[at : at + 2] for at in range(len(text) - 1)})
    groups: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(masked):
        shape, common = _shape(text, printing, most)
        if text and 2 * common >= len(text):
            groups[shape].append(number)
    return [numbers for numbers in groups.values() if len(numbers) > most]


def left_out(series: Sequence[Series]) -> Mapping[tuple[str, int], int]:
    """Return the entries that are left out, by label and number, each with the number of the first of its series."""
    return {(one.label, number): one.compared[0] for one in series for number in one.left_out}


def series_warnings(duty_list: DutyList) -> list[ParseWarning]:
    """Return a warning for each series of a list."""
    return [
        warning(
            "alike_left_out",
            one.locator,
            text=shortened(one.text, _QUOTED),
            count=len(one.compared) + len(one.left_out),
            compared=len(one.compared),
            left_out=len(one.left_out),
            setting=AnalysisLimits.variable("alike"),
        )
        for one in series_in(fields_of(duty_list))
    ]


def _shape(text: str, printing: Mapping[str, int], most: int) -> tuple[str, int]:
    """Return a text with all but its common part cut out, and how many characters that part has."""
    common = [False] * len(text)
    for at in range(len(text) - 1):
        if printing[text[at : at + 2]] > most:
            common[at] = common[at + 1] = True
    kept = "".join(letter if of_all else "\0" for letter, of_all in zip(text, common, strict=True))
    return re.sub("\0+", "\0", kept), sum(common)
