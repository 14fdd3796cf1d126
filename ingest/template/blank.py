"""The blank template: a list to fill in, which reads back as it was filled in. What it asks for is in template.yaml."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

from dutygraph.errors import UnwritableFileError
from dutygraph.whole_files import whole_file

Shape = Literal["xlsx", "docx"]
Kind = Literal["number", "text", "name", "phone"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column to fill in: its header, its width in characters, what to put there, and of which kind that is."""

    header: str
    width: int
    hint: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the list; without columns it takes paragraphs."""

    name: str
    hint: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """What a template asks for."""

    title: str
    title_hint: str
    instructions: tuple[str, ...]
    sections: tuple[Section, ...]


def write_template(path: Path, shape: Shape) -> None:
    """Write a blank template, an Excel workbook or a Word document.

    Raises UnwritableFileError, also rather than overwrite a file, which may be a template filled in.
    """
    if path.is_file():
        raise UnwritableFileError(
            path,
            zh="文件已存在，不予覆盖，请另取文件名",
            en="the file exists and is not overwritten; choose another name",
        )
    if shape == "xlsx":
        from dutygraph.ingest.template.xlsx import workbook

        data = workbook(_template())
    else:
        from dutygraph.ingest.template.docx import document

        data = document(_template())
    with whole_file(path) as file:
        file.write(data)


def _template() -> Template:
    data = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    sections = [
        Section(one["name"], one["hint"], tuple(Column(**column) for column in one["columns"]))
        for one in data["sections"]
    ]
    return Template(data["title"], data["title_hint"], tuple(data["instructions"]), tuple(sections))
