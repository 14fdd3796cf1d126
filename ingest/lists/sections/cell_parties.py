"""Several parties of a matter in one cell: by lines, by numbers, or named in the text of their parts."""

import re
from collections.abc import Sequence

from dutygraph.ingest.document import Cell
from dutygraph.ingest.lists.items import split_items
from dutygraph.ingest.lists.sections.prose_parties import names_bodies
from dutygraph.ingest.lists.sections.shared_parts import named_parts, own_parts
from dutygraph.ingest.names.body_names import split_bodies
from dutygraph.ingest.records import Party
from dutygraph.ingest.text import or_none

_STOPS = "。；;，,、"
_SEVERAL = re.compile(r"[、，,；;/\s和与及\d①-⑳]")
"""What stands between names, or counts them."""
_SEVERAL_LINES = 2


def named_parties(whole: Party) -> list[Party]:
    """Return the parties that the text of a part names, for one without a body; none where it begins with no body."""
    found = named_parts(whole.division or "")
    return _apart(whole, [(one.bodies, one.part) for one in found], [one.role for one in found])


def each_party(whole: Party, bodies: Cell, parts: Cell) -> list[Party]:
    """Return the bodies of a cell each with its own part, where numbers or the text tell which that is.

    ``whole`` is the party that all of them are together; basis and case stand with the first of them.
    """
    if len(bodies.spans) < _SEVERAL_LINES and not _SEVERAL.search(bodies.text):  # so are nearly all
        return [whole]
    names, texts = split_items(bodies), split_items(parts)
    numbers = [item.number for item in names]
    if len(numbers) > 1 and None not in numbers and numbers == [item.number for item in texts]:
        pairs = zip(names, texts, strict=True)
        return _apart(whole, [(name.text.rstrip(_STOPS), text.text) for name, text in pairs])
    lines = [line for span in bodies.spans if (line := span.cleaned)]
    if len(lines) > 1 and all(map(names_bodies, lines)):
        joined = "、".join(line.strip(_STOPS) for line in lines)
        whole = whole.model_copy(update={"department": joined})
    apart = split_bodies(whole.department)
    own = own_parts(whole.division or "", apart) if len(apart) > 1 else None
    return _apart(whole, list(zip(apart, own, strict=True))) if own else [whole]


def _apart(whole: Party, parts: Sequence[tuple[str, str]], roles: Sequence[str | None] = ()) -> list[Party]:
    """Return a party for each name and part; basis and case of the whole stand with the first, as in merged cells."""
    return [
        whole.model_copy(
            update={
                "department": name,
                "division": or_none(part),
                "role": roles[at] if roles else whole.role,
                "basis": None if at else whole.basis,
                "case": None if at else whole.case,
            }
        )
        for at, (name, part) in enumerate(parts)
    ]
