"""The table of contents of a Word file: places that are marked, and lines that lead to them with their pages."""

from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph


def mark_place(heading: Paragraph, number: int) -> None:
    """Mark a heading as a place of this number."""
    ns = nsdecls("w")
    start = parse_xml(f'<w:bookmarkStart {ns} w:id="{number}" w:name="{_name(number)}"/>')
    heading._p.insert(1, start)  # behind its style
    heading._p.append(parse_xml(f'<w:bookmarkEnd {ns} w:id="{number}"/>'))


def link_place(line: Paragraph, number: int, title: str) -> None:
    """Make a line lead to a place: its title, and the page, which programs work out as they open the file."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _name(number))
    link.append(_run(title))
    tab = OxmlElement("w:r")
    tab.append(OxmlElement("w:tab"))
    link.append(tab)
    page = OxmlElement("w:fldSimple")
    page.set(qn("w:instr"), f"PAGEREF {_name(number)} \\h")
    page.set(qn("w:dirty"), "true")
    page.append(_run(" "))
    link.append(page)
    line._p.append(link)


def _run(content: str) -> Any:
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = content
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    return run


def _name(number: int) -> str:
    return f"part_{number}"
