"""Where in its document a slip stands: the place of the citation that it belongs to."""

from collections.abc import Iterable

from dutygraph.graph.analysis.slips.running_text import TextSlip
from dutygraph.graph.store.values import Row
from dutygraph.ingest.laws.document_numbers import find_document_numbers
from dutygraph.ingest.laws.instruments import fold_document_number
from dutygraph.ingest.text import clean

_TELLING = 8
"""So many first characters tell a title whose rest is cut off or runs on."""


def place_of(slip: TextSlip, citations: Iterable[Row]) -> str | None:
    """Return the locator of the citation of the statement that the slip is part of; None if it is in none.

    ``citations`` have the title and folded number as printed, and the locator.
    """
    printed = clean(slip.printed)
    numbers = {fold_document_number(number.text) for number in find_document_numbers(slip.printed)}
    for citation in citations:
        title = clean(citation["title"] or "")
        if citation["number"] in numbers or (title and title in printed):
            return str(citation["locator"])
    for citation in citations:
        title = clean(citation["title"] or "")
        if title and (printed in title or title[:_TELLING] in printed):
            return str(citation["locator"])
    return None
