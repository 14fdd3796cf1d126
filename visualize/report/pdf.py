"""A report as PDF, where LibreOffice is installed."""

from dutygraph.errors import DutygraphError
from dutygraph.ingest.files import conversion


class PdfError(DutygraphError):
    """A report cannot be made into PDF here: why, and what to do instead."""


def pdf_of(word: bytes) -> bytes:
    """Return a Word file as PDF. Raises PdfError; UnreadableDocumentError when it takes too long or too much memory."""
    office = conversion.find_office()
    if office is None:
        raise PdfError(
            zh="输出 PDF 需要 LibreOffice：请安装后重试，或输出 .docx，用 Word、WPS 打开后另存为 PDF",
            en="PDF needs LibreOffice: install it, or write .docx, open it in Word or WPS and save it as PDF",
        )
    made = conversion.convert(office, word, (".docx", ".pdf"), "report.docx")
    if made is None:
        raise PdfError(
            zh="LibreOffice 未能转成 PDF，请输出 .docx，用 Word、WPS 打开后另存为 PDF",
            en="LibreOffice made no PDF of it; write .docx, open it in Word or WPS and save it as PDF",
        )
    return made
