"""Letters as files in a folder: beside what is there, and never in the place of what somebody has written."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from dutygraph.errors import UnwritableFileError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.settings import StoreSettings
from dutygraph.queries.findings.update.reading import read_documents
from dutygraph.queries.letters.codes import codes_in
from dutygraph.queries.letters.selection import LetterFilters
from dutygraph.visualize.report.letter_files import LetterShape, letter_file, write_letter, write_letters
from tests.queries.short import document
from tests.visualize.test_letters import fill_word, saved, words

CIVIL = "云溪市澜江区民政局"
OPEN = LetterFilters(status=["open"])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """A department with findings that it can be asked about."""
    with GraphStore.open(StoreSettings(data=tmp_path_factory.mktemp("letters"))) as opened:
        read_documents(opened, [document([{"department": CIVIL, "duties": [{"text": "组织评选。"}]}])])
        yield opened


def beside(content: bytes) -> bytes:
    """The letter with an answer that stands below its table."""
    paper = docx.Document(io.BytesIO(content))
    paper.add_paragraph("我局意见另附。")
    return saved(paper)


def test_letters_are_written_beside_what_is_there(store: GraphStore, tmp_path: Path) -> None:
    (tmp_path / "民政局责任清单（原件）.docx").write_bytes(b"the only copy")
    count = write_letters(store, tmp_path, OPEN, LetterShape.docx, "zh")
    assert len(list(tmp_path.iterdir())) == count + 1
    assert (tmp_path / "民政局责任清单（原件）.docx").read_bytes() == b"the only copy"


@pytest.mark.parametrize("shape", list(LetterShape))
def test_a_letter_that_nobody_has_touched_is_written_anew(
    store: GraphStore, shape: LetterShape, tmp_path: Path
) -> None:
    path, civil = tmp_path / f"{CIVIL}.{shape}", LetterFilters(department=CIVIL, status=["open"])
    write_letters(store, tmp_path, OPEN, shape, "zh")
    before = path.read_bytes()
    write_letters(store, tmp_path, OPEN, shape, "en")
    assert path.read_bytes() != before
    before = path.read_bytes()
    write_letter(store, path, civil, "zh")
    assert path.read_bytes() != before


@pytest.mark.parametrize(
    "touched",
    [
        lambda content: fill_word(content, {str(codes_in(words(content))[0]): "同意"}),
        beside,
        lambda _: b"a list called like a letter",
    ],
    ids=["answered", "answered below the table", "no letter"],
)
def test_a_file_that_may_hold_work_is_never_overwritten(
    store: GraphStore, touched: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path, asked = tmp_path / f"{CIVIL}.docx", LetterFilters(department=CIVIL, status=["open"])
    content = touched(letter_file(store, CIVIL, asked, LetterShape.docx, "zh"))
    path.write_bytes(content)
    for write in (
        lambda: write_letters(store, tmp_path, OPEN, LetterShape.docx, "zh"),
        lambda: write_letter(store, path, asked, "zh"),
    ):
        with pytest.raises(UnwritableFileError, match=rf"{CIVIL}\.docx.*已有同名文件.*nothing was written"):
            write()
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == content
