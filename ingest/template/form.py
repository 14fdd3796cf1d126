"""The form that a template asks to fill in: its sections and their columns, as form.yaml gives them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dutygraph.ingest.word_files import load_words

Kind = Literal["number", "text", "name", "phone"]


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column to fill in: its header, its width in characters, a hint on what to write, and the kind of its values."""

    header: str
    width: int
    hint: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class FormSection:
    """A section of the list; a section without columns takes paragraphs."""

    name: str
    hint: str
    columns: tuple[FormColumn, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The title of the list, a hint on how to write it, general instructions, and the sections in order."""

    title: str
    title_hint: str
    instructions: tuple[str, ...]
    sections: tuple[FormSection, ...]


def read_form() -> Form:
    """Return the form of ``form.yaml`` beside this module."""
    data = load_words(Path(__file__).with_suffix(".yaml"))
    sections = tuple(
        FormSection(
            section["name"], section["hint"], tuple(FormColumn(**column) for column in section["columns"])
        )
        for section in data["sections"]
    )
    return Form(data["title"], data["title_hint"], tuple(data["instructions"]), sections)
