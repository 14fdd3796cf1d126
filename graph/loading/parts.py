"""One list in several files: which list of a body a file brings, told by the file and by its sections."""

from collections.abc import Collection, Sequence
from itertools import count

from dutygraph.graph.loading.build import list_id
from dutygraph.graph.store.values import Row
from dutygraph.ingest.records import Document, DutyList


def are_parts(read: DutyList, sections: Collection[str]) -> bool:
    """Say whether a list and one with these sections are parts of one: each says something, in other sections."""
    filled = set(read.sections_present) - set(read.empty_sections)
    return bool(filled and sections) and filled.isdisjoint(sections)


def is_beside(read: DutyList, document: Document, row: Row) -> bool:
    """Say whether a list of the body in the graph (a row of ``known_lists``) is another part, from another file."""
    return row["source"] != document.source and are_parts(read, row["sections"])


def occurrence_of(
    read: DutyList, document: Document, publisher_id: str, known: Sequence[Row], taken: Collection[str]
) -> int:
    """Return which of a body's lists one is, from 1: the one that its file brought, else one that has sections of it.

    Where there is neither it is a new one. ``known`` are the rows of the body's lists in the graph, ``taken`` the ids of
    those that the document has brought before.
    """
    free = [row for row in known if row["list"] not in taken]
    own = [row["list"] for row in free if row["source"] == document.source]
    same = own or [row["list"] for row in free if not is_beside(read, document, row)]
    used = {*taken, *(row["list"] for row in known)}
    ids = ((number, list_id(publisher_id, number)) for number in count(1))
    return next(number for number, id_ in ids if (id_ == same[0] if same else id_ not in used))
