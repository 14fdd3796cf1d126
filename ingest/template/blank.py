"""Writing the blank template: a list to fill in, which reads back as it was filled in."""

from pathlib import Path
from typing import Literal

from dutygraph.errors import UnwritableFileError
from dutygraph.ingest.template.form import read_form
from dutygraph.whole_files import whole_file

Shape = Literal["xlsx", "docx"]


def write_template(path: Path, shape: Shape) -> None:
    """Write a blank template to ``path``: an Excel workbook or a Word document.

    Raises UnwritableFileError when the file cannot be written, and when it exists: it may be a template that somebody
    has filled in.
    """
    if path.is_file():
        raise UnwritableFileError(
            path,
            zh="文件已存在，不予覆盖，请另取文件名",
            en="the file exists and is not overwritten; choose another name",
        )
    # Each writer loads a large library, so only the one that is needed is imported.
    if shape == "xlsx":
        from dutygraph.ingest.template.xlsx import workbook_of

        data = workbook_of(read_form())
    else:
        from dutygraph.ingest.template.docx import document_of

        data = document_of(read_form())
    with whole_file(path) as file:
        file.write(data)
