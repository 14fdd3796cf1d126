"""What Word documents print beside their body: notes, and a title in the head of the pages."""

from io import BytesIO

import pytest
from docx import Document

from dutygraph.ingest.document import Paragraph, Table
from dutygraph.ingest.readers.docx.reader import read_docx
from dutygraph.ingest.records import Locator
from tests.ingest.crafted import changed, unpack
from tests.ingest.render.word import NAMES, Word, document, run

WORD = Word()
HEADER = ["序号", "主要职责", "具体工作事项"]
TABLE = WORD.tabled([WORD.row(HEADER), WORD.row(["1", "造林", "育苗"])], 3)
MARK = "<w:r><w:{}Reference w:id='2'/></w:r>"
KINDS_OF_NOTES = ("footnote", "endnote")


def with_notes(body: str, kind: str, text: str) -> bytes:
    """A document with a part of notes; note 0 is the line above them."""
    link = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}s" Target="{kind}s.xml"/></Relationships>'
    )
    note = f'<w:{kind} w:id="0"><w:p/></w:{kind}><w:{kind} w:id="2">{WORD.paragraph(text)}</w:{kind}>'
    data = document(body)
    relations = unpack(data)["word/_rels/document.xml.rels"].decode().replace("</Relationships>", link)
    notes = f"<w:{kind}s {NAMES}>{note}</w:{kind}s>"
    return changed(
        data, {"word/_rels/document.xml.rels": relations.encode(), f"word/{kind}s.xml": notes.encode()}
    )


@pytest.mark.parametrize("kind", KINDS_OF_NOTES)
@pytest.mark.parametrize(
    ("text", "printed"), [("含退耕还林。", "注：含退耕还林。"), ("注：含还林。", "注：含还林。")]
)
def test_a_note_stands_below_the_table_with_its_mark(kind: str, text: str, printed: str) -> None:
    marked = TABLE.replace(run("造林"), run("造林") + MARK.format(kind))
    blocks = read_docx(with_notes(marked, kind, text), "a.docx")
    assert [type(block) for block in blocks] == [Table, Paragraph]
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [printed]
    assert blocks[1].locator == Locator(table=1, row=2, column=2)


@pytest.mark.parametrize("kind", KINDS_OF_NOTES)
def test_a_note_without_a_mark_is_not_printed(kind: str) -> None:
    assert [type(block) for block in read_docx(with_notes(TABLE, kind, "旧注"), "a.docx")] == [Table]


@pytest.mark.parametrize(
    ("heads", "body", "title"),
    [
        (["云溪市澜江区林业局责任清单"], "", "云溪市澜江区林业局责任清单"),
        (["云溪市委编办印制"], "", None),
        (["云溪市澜江区林业局责任清单", "云溪市澜江区水利局责任清单"], "", None),
        (
            ["云溪市澜江区林业局责任清单"],
            "云溪市澜江区林业局责任清单（2019年版）",
            "云溪市澜江区林业局责任清单（2019年版）",
        ),
    ],
    ids=["only there", "no title", "several", "in the body too"],
)
def test_a_title_in_the_head_of_pages_counts_where_there_is_no_other(
    heads: list[str], body: str, title: str | None
) -> None:
    made = Document(BytesIO(document((WORD.paragraph(body) if body else "") + TABLE)))
    for at, head in enumerate(heads):
        section = made.add_section() if at else made.sections[0]
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = head
    stream = BytesIO()
    made.save(stream)
    blocks = read_docx(stream.getvalue(), "a.docx")
    assert next((block.text for block in blocks if isinstance(block, Paragraph)), None) == title
