"""What readers leave out of a text, with a warning that names the place: odd characters, deleted and hidden text."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from dutygraph.ingest.characters import controls_of, without_controls
from dutygraph.ingest.records import Locator, ParseWarning
from dutygraph.ingest.warnings import left_out_texts, warning
from dutygraph.visible import shortened

BROKEN = "\N{REPLACEMENT CHARACTER}"
"""What programs put into the place of a character that they could not read."""
_SHOWN = 41

Noted = dict[tuple[Locator, str], str]
"""Texts as they were stored, by their places, each once, as a text may be looked at several times: "" for one with odd
characters, or why it was left out (``left_out`` of ``warnings.yaml``)."""
_NOTED: ContextVar[Noted | None] = ContextVar("what readers noted", default=None)


def without_odd(text: str, place: Locator) -> str:
    """Return a text without characters that no text is made of, and note it if it held any or is broken."""
    noted = _NOTED.get()
    if noted is not None and (BROKEN in text or controls_of(text)):
        noted[place, text] = ""
    return without_controls(text)


def note_left_out(why: str, text: str, place: Locator) -> None:
    """Note a text of a document that its author took out; ``why`` is a kind of ``left_out`` of ``warnings.yaml``."""
    noted = _NOTED.get()
    if noted is not None and text.strip():
        noted[place, text] = why


@contextmanager
def noting() -> Iterator[Noted]:
    """Gather what readers note inside."""
    noted: Noted = {}
    token = _NOTED.set(noted)
    try:
        yield noted
    finally:
        _NOTED.reset(token)


def warnings_by_list(
    noted: Noted, places: Iterable[Locator], beginnings: Sequence[Locator]
) -> list[list[ParseWarning]]:
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
        list_of.setdefault(_around(place), current)
    whole: dict[Locator, str] = {}
    """By place, the texts of the warnings so far: the cells of a line need none beside that of the line."""
    for (place, text), why in noted.items():
        bare = without_controls(text)
        if why or bare not in whole.get(place, ""):
            whole[place] = whole.get(place, "") + bare
            at = list_of.get(place, first.get(place, list_of.get(_around(place), 0)))
            found[at] += _warnings(text, why, place)
    return found


def _around(place: Locator) -> Locator:
    """Return the table or sheet around a place: nothing else may stand where a text was left out."""
    return Locator(table=place.table, sheet=place.sheet)


def _warnings(text: str, why: str, place: Locator) -> Iterator[ParseWarning]:
    shown = shortened("".join(without_controls(text).split()), _SHOWN)
    if why:
        yield warning("left_out_text", place, what=left_out_texts()[why], text=shown)
        return
    if controls := controls_of(text):
        names = ", ".join(f"U+{ord(control):04X}" for control in controls)
        yield warning("control_characters", place, text=shown, characters=names)
    if BROKEN in text:
        yield warning("broken_characters", place, text=shown, count=text.count(BROKEN))
