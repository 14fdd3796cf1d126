"""What every room of the house says in Chinese and English: texts, and errors with their answer over HTTP."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in Chinese and the same in English."""

    zh: str
    en: str

    def __str__(self) -> str:
        return f"{self.zh} ({self.en})"


class DutygraphError(Exception):
    """Base of all errors of this project: what is wrong and what to do about it, in both languages.

    ``status`` and ``code`` are those of the service's answer. A class that does not set them is a fault of the
    service. Only an error that the client can mend (a status below 500) is answered in its own words: those of
    the others may name addresses and folders, so the client reads the ``public`` text of the class.
    """

    status: ClassVar[int] = 500
    code: ClassVar[str] = "internal"
    public: ClassVar[Bilingual] = Bilingual(
        "服务内部出错，原因见服务日志", "the service failed; the reason is in its log"
    )

    def __init__(self, *, zh: str, en: str) -> None:
        self.text = Bilingual(zh, en)
        super().__init__(str(self.text))

    @property
    def answer(self) -> Bilingual:
        """The words for a client of the service."""
        return self.text if self.status < 500 else self.public
