"""A sheet of a workbook on paper and on the screen: widths, a head that stays, landscape pages with their numbers."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_A4 = 9
"""The number of the paper in the file format."""


def on_paper(page: Worksheet, widths: Sequence[int], head: int) -> None:
    """Set widths of columns (characters), a head (its row) that stays and repeats, and ruled pages as wide as paper."""
    for number, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    page.freeze_panes = f"A{head + 1}"
    page.print_title_rows = f"{head}:{head}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", _A4
    page.page_setup.fitToHeight = 0
    page.print_options.gridLines = True
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if page.oddFooter is not None:
        page.oddFooter.center.text = "&P / &N"
