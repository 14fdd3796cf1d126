"""Word documents (.docx): paragraphs with their automatic numbers, tables with their merges, text boxes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from dutygraph.ingest.document import Block, Paragraph, Span, Unread, text_of
from dutygraph.ingest.errors import UnreadableDocumentError, damaged
from dutygraph.ingest.files.archive import open_archive
from dutygraph.ingest.files.limits import check
from dutygraph.ingest.lists.titles import names_list
from dutygraph.ingest.odd_characters import note_left_out
from dutygraph.ingest.readers.docx.beside import NoteMark, mark_of, notes_of, printed_note, title_in_head
from dutygraph.ingest.readers.docx.cells import cells_of, extents_of, shape_of, widths_of
from dutygraph.ingest.readers.docx.columns import Extent, aligned
from dutygraph.ingest.readers.docx.embedded import link_of, pieces_of, read_embedded
from dutygraph.ingest.readers.docx.numbering import Numbering
from dutygraph.ingest.readers.docx.package import PackageParts
from dutygraph.ingest.readers.docx.text import DRAWINGS, NOTE_MARKS, TEXT_BOX, TextReader, text_within
from dutygraph.ingest.readers.docx.xml import Element, children, is_on, w
from dutygraph.ingest.readers.office_pictures import unread_in
from dutygraph.ingest.readers.tables.frames import assemble
from dutygraph.ingest.readers.tables.printed import Piece, PrintedCell, PrintedTable
from dutygraph.ingest.records import Locator


def read_docx(data: bytes, source: str) -> list[Block]:
    """Return the blocks of a Word document; raises UnreadableDocumentError when it is broken or over the limits."""
    blocks, has_drawings = _read(
        data, source, partial(read_embedded, source=source, read_docx=_without_objects)
    )
    if has_drawings and all(isinstance(block, Unread) for block in blocks):
        raise UnreadableDocumentError(
            source,
            zh="文件里只有图片（扫描件），没有文字，无法读取；请索取文字版",
            en="the file holds pictures only (scanned pages) and no text; ask for a version with text",
        )
    return blocks


def printed_docx(data: bytes, source: str) -> Iterator[Piece]:
    """Yield the paragraphs and tables of a Word document as they are printed; raises UnreadableDocumentError."""
    reader, body, _ = _opened(data, source, lambda _: [])
    return reader.read(body)


def _without_objects(data: bytes, source: str) -> list[Block]:
    """Return the blocks of an embedded document; what is embedded in it is not opened, so nesting has an end."""
    return _read(data, source, lambda _: [])[0]


def _read(data: bytes, source: str, embedded: Callable[[bytes], list[Block]]) -> tuple[list[Block], bool]:
    """Return the blocks of a document, and whether it has drawings."""
    reader, body, title = _opened(data, source, embedded)
    blocks = assemble(reader.read(body))
    if title and not any(names_list(text_of(block)) for block in blocks):
        blocks.insert(0, title)
    return blocks, any(True for _ in body.iter(*DRAWINGS))


def _opened(
    data: bytes, source: str, embedded: Callable[[bytes], list[Block]]
) -> "tuple[_BodyReader, Element, Paragraph | None]":
    """Return what reads the body of a document, the body, and the title in the head of its pages."""
    parts = PackageParts(open_archive(data, source), source)
    main = parts.related("", "officeDocument") or "word/document.xml"
    root = parts.xml(main)
    body = root.find(w("body"))
    if body is None:
        raise damaged(source)
    numbering, styles = parts.related(main, "numbering"), parts.related(main, "styles")
    reader = _BodyReader(
        texts=TextReader(body),
        numbering=Numbering(
            parts.xml(numbering) if numbering else None, parts.xml(styles) if styles else None
        ),
        source=source,
        embedded=lambda link: embedded(parts.linked(main, link)),
        notes=notes_of(parts, main),
    )
    return reader, body, title_in_head(parts, main)


@dataclass(slots=True)
class _BodyReader:
    """Reads the body in order, and counts paragraphs and tables for their locators."""

    texts: TextReader
    numbering: Numbering
    source: str
    embedded: Callable[[str | None], list[Block]]
    """Takes the id of a relation, returns the blocks of what is embedded by it."""
    notes: Mapping[NoteMark, str] = field(default_factory=dict)
    """The texts of footnotes and endnotes."""
    marked: list[Paragraph] = field(default_factory=list)
    """The notes on the paragraph or table that is read; they stand below it."""
    tables: int = 0
    cells: int = 0
    carried: str = ""
    """Text of a paragraph whose end mark was deleted; the next paragraph continues it."""

    def read(self, body: Element) -> Iterator[Piece]:
        """Yield the paragraphs and tables of the body in order."""
        paragraphs = 0
        for element in children(body):
            paragraphs += element.tag == w("p")
            yield from self._pieces(element, Locator(paragraph=paragraphs))
            yield from self.marked
            self.marked.clear()
        if self.carried:
            yield Paragraph([Span(self.carried, Locator(paragraph=paragraphs))])

    def _pieces(self, element: Element, locator: Locator, *, alone: bool = False) -> Iterator[Piece]:
        """Yield what an element holds; ``alone`` marks the only element of a table cell."""
        if element.tag == w("p"):
            yield from self._paragraph(element, locator, alone=alone)
        elif element.tag == w("tbl"):
            yield self._table(element)
        elif element.tag == w("altChunk"):
            raise UnreadableDocumentError(
                self.source,
                zh="文件内嵌了其他格式的内容，请用 Word 打开后另存为 .docx",
                en="content of another format is embedded in the file; open it in Word and save it as .docx",
            )

    def _paragraph(self, element: Element, locator: Locator, *, alone: bool) -> Iterator[Piece]:
        """Yield the text boxes of a paragraph, the paragraph with a span for each of its lines, and what is drawn in it.

        A number without text counts only where it stands alone, as in a column of numbers.
        """
        printed = self.texts.read(element)
        for why, text in printed.left_out.items():
            note_left_out(why, text, locator)
        for box in printed.anchored:
            if box.tag == TEXT_BOX:
                for child in children(box):
                    yield from self._pieces(child, locator)
        properties = element.find(w("pPr"))
        text = self.carried + printed.text
        if is_on(properties, "rPr", "del"):
            self.carried = text
        else:
            self.carried = ""
            label = self.numbering.label(properties)
            if text.strip() or (label and alone):
                yield Paragraph([Span(line, locator) for line in (label + text).split("\n")])
        for anchored in printed.anchored:
            if anchored.tag in DRAWINGS:
                yield from self._drawn(anchored, locator)
            elif anchored.tag in NOTE_MARKS and (note := self.notes.get(mark_of(anchored))):
                self.marked.append(printed_note(note, locator))

    def _drawn(self, drawing: Element, locator: Locator) -> Iterator[Piece]:
        """Yield what an object embeds, or what of a drawing cannot be read as text."""
        link = link_of(drawing)
        if link is None:
            yield from (Unread([Span("", locator)], what) for what in dict.fromkeys(unread_in(drawing)))
        elif blocks := self.embedded(link):
            yield from pieces_of(blocks, locator)
        else:
            yield Unread([Span("", locator)], "embedded_object")

    def _table(self, element: Element) -> PrintedTable:
        self.tables += 1
        table = self.tables
        rows: list[list[PrintedCell | None]] = []
        merged: set[int] = set()
        """Columns in which the row above has a cell that is merged downwards."""
        printed: list[Element] = []
        for row in (child for child in children(element) if child.tag == w("tr")):
            if row.find(f"{w('trPr')}/{w('del')}") is None:
                printed.append(row)
            else:
                note_left_out("deleted", text_within(row), Locator(table=table, row=len(printed) + 1))
        extents = aligned([extents_of(row) for row in printed], widths_of(element))
        for number, (row, own) in enumerate(zip(printed, extents, strict=True), start=1):
            cells, merged = self._row(row, own, merged, Locator(table=table, row=number))
            rows.append(cells)
        return PrintedTable(rows)

    def _row(
        self, element: Element, extents: Sequence[Extent], merged: set[int], locator: Locator
    ) -> tuple[list[PrintedCell | None], set[int]]:
        """Return the cells of a row, and the columns in which they are merged downwards; ``merged`` are those above."""
        row: list[PrintedCell | None] = []
        merging: set[int] = set()
        for cell, (column, span) in zip(cells_of(element), extents, strict=True):
            shape = shape_of(cell)
            if shape.vertical:
                merging.add(column)
            covered = shape.horizontal == "continue" or (shape.vertical == "continue" and column in merged)
            place = locator.model_copy(update={"column": column + 1})
            row.extend([None] * (column - len(row)))
            row.append(None if covered else PrintedCell(place, list(self._cell(cell, place))))
            row.extend([None] * (span - 1))
        self.cells += len(row)
        check(self.source, "cells", self.cells)
        return row, merging

    def _cell(self, element: Element, locator: Locator) -> Iterator[Piece]:
        content = [child for child in children(element) if child.tag in (w("p"), w("tbl"))]
        for child in content:
            yield from self._pieces(child, locator, alone=len(content) == 1)
