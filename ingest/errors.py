"""What can be wrong with a document, a file to write or a setting, said so that whoever gave it can mend it."""

from dutygraph.errors import DutygraphError


class UnreadableDocumentError(DutygraphError):
    """A document cannot be read: which one, and why, in Chinese and English."""

    def __init__(self, source: str, *, zh: str, en: str) -> None:
        super().__init__(zh=zh, en=en)
        self.source = source

    def __str__(self) -> str:
        return f"{self.source}: {super().__str__()}"


class RegionNameError(DutygraphError):
    """A text that is no region's name or code, or the name of several."""

    status = 422
    code = "bad_parameter"


class StatedColumnsError(DutygraphError):
    """A text that does not say which header stands for which column."""

    status = 422
    code = "bad_parameter"


def empty(source: str) -> UnreadableDocumentError:
    """Return the error for a document that holds no text at all."""
    return UnreadableDocumentError(
        source, zh="文件是空的，请重新获取", en="the file is empty; get it anew from its sender"
    )


def picture(source: str) -> UnreadableDocumentError:
    """Return the error for a photo or a scan, whatever its name says."""
    return UnreadableDocumentError(
        source,
        zh="文件是图片，不是文档。请索取可复制文字的版本；只有图片时，请放进一个 PDF 文件再读取（需安装文字识别：ocr）",
        en="the file is a picture, not a document; ask for a version whose text can be copied, or put the picture into a PDF"
        " and read that (with the extra ocr, which recognises text)",
    )


def damaged(source: str) -> UnreadableDocumentError:
    """Return the error for a document whose bytes are cut off or broken."""
    return UnreadableDocumentError(
        source,
        zh="文件已损坏或不完整，请用原软件打开后另存，或重新获取",
        en="the file is damaged or cut off; open and save it again with its program, or get it anew",
    )


def encrypted(source: str) -> UnreadableDocumentError:
    """Return the error for a document that asks for a password."""
    return UnreadableDocumentError(
        source,
        zh="文件已加密，请用密码打开后另存为不加密的文件",
        en="the file is encrypted; open it with its password and save it without one",
    )
