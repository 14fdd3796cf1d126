"""Signs that the title of a matter was lost, by a page break say, so that the parties of two matters stand under one."""

from collections.abc import Sequence
from itertools import pairwise

from dutygraph.ingest.lists.draft import ListDraft, shorten
from dutygraph.ingest.names.body_words import is_vague
from dutygraph.ingest.numerals import value_of_number
from dutygraph.ingest.records import Boundary


def warn_of_lost_matters(boundaries: Sequence[Boundary], draft: ListDraft) -> None:
    """Warn of matters whose number is not the next one, and of bodies that come up again further down in a matter.

    A body in two rows that follow each other has two parts in the one matter; behind others it begins another matter.
    The parties from there on are marked as doubtful, and so are one without a name and the one above it.
    """
    for above, matter in pairwise(boundaries):
        last, number = value_of_number(above.number), value_of_number(matter.number)
        if last is not None and number is not None and number != last + 1:
            draft.warn("matter_number", matter.locator, above=above.number, number=matter.number)
    for matter in boundaries:
        names = [party.department for party in matter.parties]
        doubtful: set[int] = set()
        for at, party in enumerate(matter.parties):
            name, title = party.department, shorten(matter.matter)
            if name in names[: max(0, at - 1)] and name != names[at - 1] and not is_vague(name):
                draft.warn("party_again", party.locator, department=shorten(name), matter=title)
                doubtful.update(range(at, len(names)))
            elif not name and party.division:
                doubtful.update({max(0, at - 1), at})
        for at in doubtful:
            matter.parties[at] = matter.parties[at].model_copy(update={"doubtful": True})
