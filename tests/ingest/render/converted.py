"""Documents of other Word formats, made by LibreOffice out of .docx."""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory


def converted(data: bytes, suffix: str) -> bytes:
    """Return a .docx document in another format (".doc")."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "source.docx").write_bytes(data)
        own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        target = [
            "--convert-to",
            suffix.removeprefix("."),
            "--outdir",
            str(folder),
            str(folder / "source.docx"),
        ]
        subprocess.run(["soffice", own, "--headless", *target], check=True, capture_output=True, timeout=120)
        return (folder / f"source{suffix}").read_bytes()
