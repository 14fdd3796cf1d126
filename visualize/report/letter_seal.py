"""The seal of a letter: whether a file is a letter that nobody has touched since it was written."""

import io
from hashlib import blake2s
from pathlib import Path
from zipfile import BadZipFile, ZipFile

_SEAL = "dutygraph letter"


def sealed(content: bytes) -> bytes:
    """Return a letter, the bytes of a .docx or .xlsx file, with its seal.

    The seal is the comment of the archive, over all that is packed in it: whoever fills the letter in, in the table or
    beside it, saves a file without this seal.
    """
    stream = io.BytesIO(content)
    with ZipFile(stream, "a") as packed:
        packed.comment = _seal(packed)
    return stream.getvalue()


def is_untouched(path: Path) -> bool:
    """Return whether a file is a letter as it was written; one that cannot be read is not, nor is a pipe."""
    if not path.is_file():
        return False
    try:
        with ZipFile(path) as packed:
            return packed.comment == _seal(packed)
    except (OSError, BadZipFile):
        return False


def _seal(packed: ZipFile) -> bytes:
    members = "\n".join(f"{member.CRC} {member.filename}" for member in packed.infolist())
    return f"{_SEAL} {blake2s(members.encode(), digest_size=10).hexdigest()}".encode()
