"""The year of a list: the year in its title, and the latest year in the numbers of the documents that it cites."""

import re
import unicodedata
from collections.abc import Iterable

from dutygraph.ingest.laws.instruments import fold_document_number
from dutygraph.ingest.numerals import chinese_to_int

FIRST_YEAR, LAST_YEAR = 1949, 2050
"""The years that a document number may have; others are misprints.

The last year is fixed, and not that of the day of reading, so that a list says the same whenever it is read. It is far
enough off for this version to be in use until then, and near enough to tell 2051 printed for 2015.
"""

_TITLE = re.compile(r"(?<!\d)((?:19|20)\d\d|(?:一九|二[零〇○])[零〇○一二三四五六七八九]{2})\s*[年版]")
_NUMBER = re.compile(r"〔((?:19|20)\d\d)〕|令((?:19|20)\d\d)年")


def stated_year(title: str) -> int | None:
    """Return the year that a list's title states (2015年版, 二〇一五年版), None if it states none."""
    match = _TITLE.search(unicodedata.normalize("NFKC", title))
    return chinese_to_int(match[1]) if match else None


def latest_year(numbers: Iterable[str]) -> int | None:
    """Return the latest year in document numbers (湘政发〔2014〕22号), None if no number has one.

    The list that cites them is no older than that.

    Years after ``LAST_YEAR`` are misprints and do not count.
    """
    matches = (match for number in numbers for match in _NUMBER.finditer(fold_document_number(number)))
    years = (int(match[1] or match[2]) for match in matches)
    return max((year for year in years if year <= LAST_YEAR), default=None)
