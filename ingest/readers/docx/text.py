"""The text of a Word paragraph as printed: with insertions, without deletions, hidden text and page numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from dutygraph.ingest.readers.docx.xml import Element, children, is_on, w

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
TEXT_BOX = w("txbxContent")
NOTE_MARKS = (w("footnoteReference"), w("endnoteReference"))
DRAWINGS = (w("drawing"), w("pict"), w("object"))
_FURNITURE = {"PAGE", "NUMPAGES", "SECTIONPAGES", "TOC"}
"""Fields whose results are no content: page numbers and tables of contents."""
_MARKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("ptab"): "\t"}
_SYMBOLS = {"F0B7": "•", "F0A8": "☐", "F06F": "☐", "F0FE": "☑", "F052": "☑", "F0FC": "√"}
"""Codes of the fonts Symbol and Wingdings to characters that look alike in any font."""
_DROPPED = {w("moveFrom"), w("pPr")}
_TAKEN_OUT = {w("vanish"): "hidden", w("strike"): "struck", w("dstrike"): "struck"}
"""Switches of a run whose text does not count, and why."""


@dataclass(slots=True)
class PrintedParagraph:
    """A paragraph as Word prints it: its text with line breaks, and what is anchored in it (drawings, notes)."""

    text: str = ""
    anchored: list[Element] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)
    """Texts that do not count, by why (``left_out`` of ``warnings.yaml``)."""

    def leave_out(self, why: str, element: Element) -> None:
        """Keep the text of an element apart."""
        self.left_out[why] = self.left_out.get(why, "") + text_within(element)


@dataclass(slots=True)
class _Field:
    """A field while it is read: its instruction so far, and whether its result has begun."""

    instruction: str = ""
    shows_result: bool = False

    @property
    def is_furniture(self) -> bool:
        return self.instruction.split(maxsplit=1)[:1] in [[word] for word in _FURNITURE]


class TextReader:
    """Reads the paragraphs of a document in order; a field may run over several of them."""

    def __init__(self, body: Element) -> None:
        kinds = [mark.get(w("fldCharType")) for mark in body.iter(w("fldChar"))]
        self._follows_fields = kinds.count("begin") == kinds.count("end")
        """False for a document with broken fields: all text counts then, or the text behind such a field would be lost."""
        self._fields: list[_Field] = []

    def read(self, paragraph: Element) -> PrintedParagraph:
        """Return a paragraph as printed."""
        printed = PrintedParagraph()
        printed.text = "".join(self._texts(paragraph, printed))
        return printed

    def _texts(self, parent: Element, printed: PrintedParagraph) -> Iterator[str]:
        for child in children(parent):
            if child.tag == w("r"):
                if why := _why_taken_out(child):
                    printed.leave_out(why, child)
                else:
                    yield from self._run(child, printed)
            elif child.tag == w("del"):
                printed.leave_out("deleted", child)
            elif child.tag == w("fldSimple"):
                if not _Field(child.get(w("instr"), "")).is_furniture:
                    yield from self._texts(child, printed)
            elif child.tag == _MATH:
                yield child.text or ""
            elif child.tag not in _DROPPED:
                yield from self._texts(child, printed)

    def _run(self, run: Element, printed: PrintedParagraph) -> Iterator[str]:
        for child in children(run):
            if child.tag == w("fldChar"):
                self._follow(child.get(w("fldCharType"), ""))
            elif child.tag == w("instrText"):
                if self._fields:
                    self._fields[-1].instruction += child.text or ""
            elif not self._is_hidden():
                yield from self._shown(child, printed)

    def _shown(self, child: Element, printed: PrintedParagraph) -> Iterator[str]:
        """Yield the text of a part of a run that is no field, and note its text boxes and the drawing around them."""
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag == w("sym"):
            yield _symbol(child)
        elif child.tag == w("ruby"):
            for base in child.iter(w("rubyBase")):
                yield from self._texts(base, printed)
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        else:
            printed.anchored.extend(_boxes(child))
            printed.anchored.extend([child] if child.tag in (*DRAWINGS, *NOTE_MARKS) else [])

    def _follow(self, kind: str) -> None:
        if not self._follows_fields:
            return
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shows_result = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _is_hidden(self) -> bool:
        return any(open_field.is_furniture or not open_field.shows_result for open_field in self._fields)


def _why_taken_out(run: Element) -> str:
    """Return why the text of a run does not count, "" if it does."""
    properties = run.find(w("rPr"))
    switches = () if properties is None else properties
    return next((_TAKEN_OUT[one.tag] for one in switches if one.tag in _TAKEN_OUT and is_on(one)), "")


def text_within(element: Element) -> str:
    """Return all text within an element, that of deletions too."""
    return "".join(part.text or "" for part in element.iter(w("t"), w("delText")))


def _symbol(element: Element) -> str:
    code = element.get(w("char"), "").upper()
    try:
        return _SYMBOLS.get(code) or chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _boxes(element: Element) -> Iterator[Element]:
    """Yield the text boxes in a drawing, of the first alternative only, without boxes inside boxes."""
    for child in children(element):
        if child.tag == TEXT_BOX:
            yield child
        else:
            yield from _boxes(child)
