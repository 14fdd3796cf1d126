"""Of which year a list is: the one its title states, and the latest of the documents that it cites."""

import datetime
import re
from collections.abc import Iterable

from ingest.instruments import fold_document_number

_TITLE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:年|版)")
_NUMBER = re.compile(r"〔((?:19|20)\d\d)〕|令((?:19|20)\d\d)年")


def stated_year(title: str) -> int | None:
    """Return the year that a list's title states (2015年版), None if it states none."""
    match = _TITLE.search(title)
    return int(match[1]) if match else None


def latest_year(numbers: Iterable[str]) -> int | None:
    """Return the latest year in document numbers (湘政发〔2014〕22号), None if none has one; the list is no older.

    Years to come are misprints and do not count.
    """
    this = datetime.date.today().year
    matches = (match for number in numbers for match in _NUMBER.finditer(fold_document_number(number)))
    years = (int(match[1] or match[2]) for match in matches)
    return max((year for year in years if year <= this), default=None)
