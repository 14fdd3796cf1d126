"""The base of all errors, each said in Chinese and English, with its answer over HTTP; and those of every room."""

from typing import Any, ClassVar

from dutygraph.bilingual import Bilingual


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
        super().__init__(f"{zh} ({en})")

    def __reduce__(self) -> tuple[Any, ...]:
        """Cross from one process to another as it is: what a subclass was made of is not what ``Exception`` keeps."""
        return _as_it_was, (type(self), self.args, self.__dict__)

    @property
    def answer(self) -> Bilingual:
        """The words for a client of the service."""
        return self.text if self.status < 500 else self.public


def _as_it_was(kind: type[DutygraphError], args: tuple[Any, ...], state: dict[str, Any]) -> DutygraphError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class UnwritableFileError(DutygraphError):
    """A file or folder cannot be written: which one, and why, in Chinese and English."""

    status = 507
    code = "cannot_write"
    public = Bilingual(
        "服务无法写入磁盘（可能已满），请联系管理员；原因见服务日志",
        "the service cannot write to its disk, which may be full; the reason is in its log",
    )

    def __init__(self, path: object, *, zh: str, en: str) -> None:
        super().__init__(zh=f"无法写入 {path}：{zh}", en=f"cannot write it: {en}")


class SettingError(DutygraphError):
    """Settings with values that cannot be: which ones, and what is wrong with each, in Chinese and English."""
