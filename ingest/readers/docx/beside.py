"""What a Word document prints beside its body: footnotes, endnotes, and the title of the list in the head of its pages."""

from collections.abc import Mapping
from typing import NamedTuple

from dutygraph.ingest.document import Paragraph, Span
from dutygraph.ingest.lists.frame import is_note
from dutygraph.ingest.lists.titles import names_list
from dutygraph.ingest.readers.docx.package import PackageParts
from dutygraph.ingest.readers.docx.text import NOTE_MARKS, TextReader
from dutygraph.ingest.readers.docx.xml import Element, w
from dutygraph.ingest.records import Locator
from dutygraph.ingest.text import clean

_KINDS = {"footnotes": "footnote", "endnotes": "endnote"}
_AS_A_NOTE = "注："


class NoteMark(NamedTuple):
    """The mark of a note in the text: whether of a footnote or an endnote, and which."""

    tag: str
    note: str


def mark_of(element: Element) -> NoteMark:
    """Return the mark that an element (w:footnoteReference) is."""
    return NoteMark(element.tag, element.get(w("id"), ""))


def notes_of(parts: PackageParts, main: str) -> Mapping[NoteMark, str]:
    """Return the texts of the notes of a document, by their marks; raises UnreadableDocumentError."""
    notes: dict[NoteMark, str] = {}
    for tag, (kind, name) in zip(NOTE_MARKS, _KINDS.items(), strict=True):
        if part := parts.related(main, kind):
            root = parts.xml(part)
            for note in root.iter(w(name)):
                notes[NoteMark(tag, note.get(w("id"), ""))] = _text(note, root)
    return {mark: text for mark, text in notes.items() if clean(text)}


def printed_note(text: str, place: Locator) -> Paragraph:
    """Return a note as the paragraph that it would be below the table or text with its mark, where a note begins so."""
    return Paragraph([Span(text if is_note(clean(text)) else _AS_A_NOTE + text, place)])


def title_in_head(parts: PackageParts, main: str) -> Paragraph | None:
    """Return the title of a list in the head of all pages that have one, None if there is none or another on some."""
    heads = (parts.xml(part) for part in parts.all_related(main, "header"))
    texts = [_text(paragraph, head) for head in heads for paragraph in head.iter(w("p"))]
    titles = list(dict.fromkeys(clean(text) for text in texts if names_list(clean(text))))
    return Paragraph([Span(titles[0], Locator(paragraph=1))]) if len(titles) == 1 else None


def _text(element: Element, root: Element) -> str:
    reader = TextReader(root)
    return "".join(reader.read(paragraph).text for paragraph in element.iter(w("p")))
