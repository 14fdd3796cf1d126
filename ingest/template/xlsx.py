"""The blank template as an Excel workbook: a sheet of instructions, and one for each section."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from dutygraph.ingest.template.form import Form, FormColumn, FormSection

_INSTRUCTIONS = "填写说明"
"""A sheet of this name is not read (``instruction_sheets`` of the vocabulary)."""
_ROWS = 500
"""Rows per sheet that are set up to be filled in."""
_LONGEST = {"text": 5000, "name": 60, "phone": 60}
"""Characters; a longer text was most likely put in the wrong column."""
_TEXT = "@"
"""The number format of text, so that 0 at the beginning of a telephone number stays."""
_WRAP = Alignment(wrap_text=True, vertical="top")
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_PARAGRAPH_WIDTH = 100
_LONGEST_PROMPT = 255
"""Characters; Excel takes no more (ISO/IEC 29500-1, 18.3.1.32)."""


def workbook_of(form: Form) -> bytes:
    """Return the bytes of an .xlsx file with a sheet of instructions and a sheet for each section."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _add_instructions(book.create_sheet(_INSTRUCTIONS), form)
    for number, section in enumerate(form.sections):
        sheet = book.create_sheet(section.name)
        if number == 0:
            _add_title(sheet, form, width=len(section.columns))
        _add_section(sheet, section, row=2 if number == 0 else 1)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _add_instructions(sheet: Worksheet, form: Form) -> None:
    sheet.column_dimensions["A"].width = 20
    sheet.column_dimensions["B"].width = _PARAGRAPH_WIDTH
    for number, text in enumerate(form.instructions, start=1):
        sheet.append([number, text])
    for section in form.sections:
        sheet.append([section.name, section.hint])
        for column in section.columns:
            sheet.append([f"　{column.header}", column.hint])
    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = _WRAP


def _add_title(sheet: Worksheet, form: Form, width: int) -> None:
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    title = sheet.cell(1, 1, form.title)
    title.font = Font(bold=True, size=16)
    title.alignment = Alignment(horizontal="center")
    hint = _prompt("部门名称", form.title_hint)
    hint.add("A1")
    sheet.add_data_validation(hint)


def _add_section(sheet: Worksheet, section: FormSection, row: int) -> None:
    """Set up a section with its header in ``row``; a section of paragraphs gets a single column without header."""
    if not section.columns:
        sheet.column_dimensions["A"].width = _PARAGRAPH_WIDTH
        _prepare(sheet, "A", 1, _prompt(section.name, section.hint))
    for position, column in enumerate(section.columns, start=1):
        letter = get_column_letter(position)
        sheet.column_dimensions[letter].width = column.width
        header = sheet.cell(row, position, column.header)
        header.font, header.fill = Font(bold=True), PatternFill("solid", start_color="DDE8F5")
        header.alignment, header.border = Alignment(horizontal="center"), _BOX
        _prepare(sheet, letter, row + 1, _rule(column), _TEXT if column.kind == "phone" else "General")
    sheet.freeze_panes = f"A{row + 1}" if section.columns else None
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _prepare(
    sheet: Worksheet, letter: str, first: int, rule: DataValidation, number_format: str = "General"
) -> None:
    """Format ``_ROWS`` cells of a column from row ``first`` on, and attach the rule to them."""
    rule.add(f"{letter}{first}:{letter}{first + _ROWS - 1}")
    sheet.add_data_validation(rule)
    for number in range(first, first + _ROWS):
        cell = sheet[f"{letter}{number}"]
        cell.alignment, cell.border, cell.number_format = _WRAP, _BOX, number_format


def _rule(column: FormColumn) -> DataValidation:
    """Return the values that Excel accepts in a column, and its message for others."""
    rule = _prompt(column.header, column.hint)
    rule.allow_blank, rule.showErrorMessage, rule.errorTitle = True, True, column.header
    if column.kind == "number":
        rule.type, rule.operator, rule.formula1, rule.formula2 = "whole", "between", "1", "9999"
        rule.error = "序号请填整数，如 1、2、3 / a whole number, such as 1"
    else:
        longest = _LONGEST[column.kind]
        rule.type, rule.operator, rule.formula1 = "textLength", "lessThanOrEqual", str(longest)
        rule.error = f"不能超过 {longest} 个字，请检查是否填错了列 / at most {longest} characters: is it the right column?"
    return rule


def _prompt(title: str, text: str) -> DataValidation:
    """Return a hint that Excel shows beside the cell being filled in."""
    return DataValidation(showInputMessage=True, promptTitle=title, prompt=text[:_LONGEST_PROMPT])
