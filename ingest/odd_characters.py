"""Characters that do not belong into a text: taken off where a reader makes its texts, and told with their places."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from dutygraph.ingest.characters import controls_of, without_controls
from dutygraph.ingest.records import Locator, ParseWarning
from dutygraph.ingest.warnings import warning
from dutygraph.visible import shortened

BROKEN = "\N{REPLACEMENT CHARACTER}"
"""What programs put into the place of a character that they could not read."""
_SHOWN = 41

Noted = dict[tuple[Locator, str], None]
"""Texts with odd characters as they were stored, by their places, each once; a text may be looked at several times."""
_NOTED: ContextVar[Noted | None] = ContextVar("texts with odd characters", default=None)


def without_odd(text: str, place: Locator) -> str:
    """Return a text without characters that no text is made of, and note it if it held any or is broken."""
    noted = _NOTED.get()
    if noted is not None and (BROKEN in text or controls_of(text)):
        noted[place, text] = None
    return without_controls(text)


@contextmanager
def noting() -> Iterator[Noted]:
    """Gather the texts with odd characters that are met inside."""
    noted: Noted = {}
    token = _NOTED.set(noted)
    try:
        yield noted
    finally:
        _NOTED.reset(token)


def told(noted: Noted, places: Iterable[Locator], beginnings: Sequence[Locator]) -> list[list[ParseWarning]]:
    """Return the warnings for each list of a document.

    ``places`` are those of all texts in the order of print, ``beginnings`` those where the lists begin, in any order.
    """
    found: list[list[ParseWarning]] = [[] for _ in beginnings]
    if not noted:
        return found
    first = {place: at for at, place in reversed(list(enumerate(beginnings)))}
    list_of: dict[Locator, int] = {}
    current = 0
    for place in places:
        current = first.get(place, current)
        list_of.setdefault(place, current)
    whole: dict[Locator, str] = {}
    """What was told; parts of a line, its cells, say no more than the line."""
    for place, text in noted:
        bare = without_controls(text)
        if bare not in whole.get(place, ""):
            whole[place] = whole.get(place, "") + bare
            found[list_of.get(place, first.get(place, 0))] += _warnings(text, place)
    return found


def _warnings(text: str, place: Locator) -> Iterator[ParseWarning]:
    shown = shortened("".join(without_controls(text).split()), _SHOWN)
    if controls := controls_of(text):
        names = ", ".join(f"U+{ord(control):04X}" for control in controls)
        yield warning("control_characters", place, text=shown, characters=names)
    if BROKEN in text:
        yield warning("broken_characters", place, text=shown, count=text.count(BROKEN))
