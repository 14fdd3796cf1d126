"""The kinds of warnings that reading gives, loaded once from ``warnings.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.records import Locator, ParseWarning
from dutygraph.ingest.word_files import load_words


@dataclass(frozen=True, slots=True)
class WarningKind:
    """A kind of warning: its title, the template of its message, and what to do about it."""

    code: str
    title: Bilingual
    template: Bilingual
    advice: Bilingual | None = None

    @property
    def fields(self) -> frozenset[str]:
        """The names of the fields of the template, in either language."""
        parts = (*Formatter().parse(self.template.zh), *Formatter().parse(self.template.en))
        return frozenset(field for _, field, _, _ in parts if field is not None)


def warning(code: str, locator: Locator | None, /, **values: str | int | Bilingual) -> ParseWarning:
    """Return the warning of a kind about what stands at ``locator``, its template filled with ``values``.

    Raises KeyError for a code that is not registered, TypeError when the values are not those of the template.
    """
    kind = warning_kinds()[code]
    if values.keys() != kind.fields:
        raise TypeError(f"{code} takes {sorted(kind.fields)}, not {sorted(values)}")
    zh = {name: value.zh if isinstance(value, Bilingual) else value for name, value in values.items()}
    en = {name: value.en if isinstance(value, Bilingual) else value for name, value in values.items()}
    return ParseWarning(
        code=code,
        message=kind.template.zh.format(**zh),
        message_en=kind.template.en.format(**en),
        locator=locator or Locator(),
    )


@cache
def warning_kinds() -> Mapping[str, WarningKind]:
    """Return every kind of warning by its code."""
    return {
        code: WarningKind(code, **{name: Bilingual(**text) for name, text in entry.items()})
        for code, entry in _load()["warnings"].items()
    }


@cache
def places() -> Mapping[str, Bilingual]:
    """Return the places inside a list that warnings of unplaced texts name, by their code."""
    return {code: Bilingual(**text) for code, text in _load()["places"].items()}


@cache
def unread_things() -> Mapping[str, Bilingual]:
    """Return what may stand in a document without being read as text, by ``Unread.what``."""
    return {code: Bilingual(**text) for code, text in _load()["unread"].items()}


@cache
def left_out_texts() -> Mapping[str, Bilingual]:
    """Return what is text in a document and is not read, by the kinds of ``odd_characters.note_left_out``."""
    return {code: Bilingual(**text) for code, text in _load()["left_out"].items()}


def _load() -> dict[str, Any]:
    path = Path(__file__).with_suffix(".yaml")
    loaded: dict[str, Any] = load_words(path)
    return loaded
