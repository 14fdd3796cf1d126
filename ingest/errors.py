"""What can be wrong with a document, said so that its owner can mend it."""


class UnreadableDocumentError(Exception):
    """A document cannot be read: which one, and why, in Chinese and English."""

    def __init__(self, source: str, *, zh: str, en: str) -> None:
        super().__init__(f"{source}: {zh} ({en})")
        self.source = source
        self.zh = zh
        self.en = en
