"""Bytes to text, for files that come from Windows as well as from anywhere else."""

import codecs

from dutygraph.ingest.errors import UnreadableDocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSES = ("utf-8", "gb18030")


def decode(data: bytes, source: str) -> str:
    """Return the text of ``data``: UTF-8, UTF-16 or GB18030 (GBK, GB2312), with or without a byte order mark.

    Raises UnreadableDocumentError when the bytes are none of these; ``source`` names the file in the message.
    """
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    for encoding in marked or _candidates(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableDocumentError(
        source,
        zh="文件编码无法识别，请另存为 UTF-8 或 GB18030 文本",
        en="the text encoding is not known; save the file as UTF-8 or GB18030",
    )


def _candidates(data: bytes) -> tuple[str, ...]:
    """Without a mark, UTF-16 shows by its zero bytes: ASCII digits and line ends have one on a fixed side."""
    head = data[:4096]
    if head.count(0) > len(head) // 50:
        odd, even = head[1::2].count(0), head[0::2].count(0)
        return ("utf-16-le",) if odd > even else ("utf-16-be",)
    return _GUESSES
