"""How a report looks: page, fonts and styles as official documents have them (GB/T 9704), in place of Word's own."""

from typing import Any, cast

from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from dutygraph.visualize.texts import Language

SONG, FANG, HEI, KAI, TITLE = "宋体", "仿宋", "黑体", "楷体", "方正小标宋简体"
_LATIN = "Times New Roman"
_FALLBACKS = {
    TITLE: "小标宋,宋体,SimSun,Noto Serif CJK SC",
    FANG: "仿宋_GB2312,FangSong,STFangsong,Noto Serif CJK SC",
    HEI: "SimHei,STHeiti,Noto Sans CJK SC",
    KAI: "楷体_GB2312,KaiTi,STKaiti,Noto Serif CJK SC",
    SONG: "SimSun,STSong,Noto Serif CJK SC",
}
"""What a program takes where a font is missing: the table of fonts names them."""
_BODY = Pt(16)
"""三号."""
_SMALL = Pt(10.5)
"""五号, in tables."""
GREY = RGBColor(0x76, 0x76, 0x76)
TEXT_WIDTH = Mm(156)
WIDE_WIDTH = Mm(245)
"""Of the text on a page that lies on its side."""

_STYLES: dict[str, tuple[str, Any, Any, Any]] = {
    # name: (font, size, line, space before and after)
    "Normal": (FANG, _BODY, Pt(28), 0),
    "Title": (TITLE, Pt(22), Pt(34), 14),
    "Heading 1": (HEI, _BODY, Pt(28), 8),
    "Heading 2": (KAI, _BODY, Pt(28), 4),
    "Heading 3": (HEI, Pt(14), Pt(22), 6),
    "Report Lead": (FANG, Pt(12), Pt(19), 2),
    "Report Note": (FANG, Pt(12), Pt(19), 1),
    "Report Cell": (FANG, _SMALL, Pt(15), 1),
    "Report Head": (HEI, _SMALL, Pt(15), 1),
    "Report Quote": (FANG, Pt(12), Pt(18), 1),
    "Report Source": (SONG, Pt(9), Pt(13), 1),
    "Report Contents": (HEI, _BODY, Pt(28), 4),
    "Report Chapter": (FANG, Pt(14), Pt(24), 0),
    "Letter Line": (FANG, _BODY, Pt(28), 0),
    "Letter Annex": (HEI, _BODY, Pt(28), 0),
    "Letter Title": (TITLE, Pt(18), Pt(28), 4),
    "Report Page": (SONG, Pt(14), Pt(16), 0),
    "Report Gap": (SONG, Pt(3), Pt(6), 0),
}


def set_page(paper: Document) -> None:
    """Set an A4 page with 22 lines of 28 characters of 三号, and page numbers at the outer foot."""
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is not None:
        section._sectPr.remove(grid)  # lines are set by the styles; a grid would widen those of small print
    paper.settings.odd_and_even_pages_header_footer = True
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        paragraph = footer.paragraphs[0]
        paragraph.style, paragraph.alignment = paper.styles["Report Page"], side
        paragraph.add_run("— ")
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        field.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>1</w:t></w:r>"))
        paragraph._p.append(field)
        paragraph.add_run(" —")


def turn_page(paper: Document) -> None:
    """Begin a page that lies on its side, with the footer of those before it."""
    section = paper.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)


def set_styles(paper: Document, lang: Language) -> None:
    """Give every style of a report its fonts; nothing of Word's own look stays."""
    for name, (font, size, line, space) in _STYLES.items():
        style = _style(paper, name)
        style.font.name, style.font.size = _LATIN, size
        style.font.bold = style.font.italic = False
        style.font.color.rgb = GREY if name == "Report Source" else RGBColor(0, 0, 0)
        _set_fonts(style, font)
        form = style.paragraph_format
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.AT_LEAST, line
        form.space_before = form.space_after = Pt(space)
        form.widow_control = True
        form.keep_with_next = name.startswith("Heading") or name in ("Report Lead", "Report Head")
    paper.styles["Report Chapter"].paragraph_format.tab_stops.add_tab_stop(
        TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
    )
    for name in ("Title", "Letter Title", "Report Contents"):
        paper.styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name in ("Normal", "Report Note"):
        paper.styles[name].paragraph_format.alignment = (
            WD_ALIGN_PARAGRAPH.JUSTIFY if lang == "zh" else WD_ALIGN_PARAGRAPH.LEFT
        )
    for name in ("Title", "Heading 1", "Heading 2", "Heading 3"):
        borders = paper.styles[name].element.find(f".//{qn('w:pBdr')}")
        if borders is not None:
            borders.getparent().remove(borders)


def name_fallbacks(paper: Document) -> None:
    """Name in the table of fonts what stands in for those that a machine lacks."""
    part = paper.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in _FALLBACKS.items()
    )
    text = part.blob.decode()
    part._blob = text.replace("</w:fonts>", f"{fonts}</w:fonts>").encode()


def _style(paper: Document, name: str) -> ParagraphStyle:
    if name not in paper.styles:
        paper.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    return cast("ParagraphStyle", paper.styles[name])


def _set_fonts(style: ParagraphStyle, font: str) -> None:
    """Set all four fonts of a style; those that a theme gives would win over them."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):
            del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), _LATIN)
    fonts.set(qn("w:eastAsia"), font)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:eastAsia"), "zh-CN")
    style.element.rPr.append(language)
