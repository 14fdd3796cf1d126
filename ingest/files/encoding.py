"""Decoding of text files in the encodings of Windows and of other systems."""

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

    Raises UnreadableDocumentError if the bytes are none of these; ``source`` names the file in the message.
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
    """Return the encodings to try without a mark. UTF-16 has zero bytes: one beside each ASCII digit and line end."""
    head = data[:4096]
    if head.count(0) > len(head) // 50:
        odd, even = head[1::2].count(0), head[0::2].count(0)
        return ("utf-16-le",) if odd > even else ("utf-16-be",)
    return _GUESSES
