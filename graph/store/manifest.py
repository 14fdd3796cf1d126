"""The files of an engine at rest: what is cut, emptied or deleted between two runs is noted for ``doctor``.

An engine whose process was killed has no manifest: it repairs its files from its own log when it starts.
"""

import json
from contextlib import suppress
from pathlib import Path

from dutygraph.whole_files import whole_file


def write_manifest(folder: Path) -> None:
    """Note the sizes of the engine's files in a data folder; the engine has just been stopped."""
    _keep(_manifest(folder), _sizes(folder))


def check_manifest(folder: Path) -> None:
    """Compare the engine's files with the manifest, which goes as the engine is about to change them; note what differs."""
    expected = _read(_manifest(folder))
    _manifest(folder).unlink(missing_ok=True)
    if not isinstance(expected, dict):
        return
    sizes = _sizes(folder)
    if damaged := sorted(name for name, size in expected.items() if sizes.get(name) != size):
        _keep(_note(folder), list(dict.fromkeys([*damaged_files(folder), *damaged])))


def damaged_files(folder: Path) -> list[str]:
    """Return the names of files that were found damaged and not yet told."""
    noted = _read(_note(folder))
    return noted if isinstance(noted, list) else []


def forget_damage(folder: Path) -> None:
    """Forget what was found damaged: it was told."""
    _note(folder).unlink(missing_ok=True)


def _keep(path: Path, value: object) -> None:
    with whole_file(path) as file:
        file.write(json.dumps(value, indent=0).encode())


def _sizes(folder: Path) -> dict[str, int]:
    files = (folder / "engine" / "databases").glob("*/*")
    return {f"{file.parent.name}/{file.name}": file.stat().st_size for file in files if file.suffix != ".wal"}


def _read(path: Path) -> object:
    with suppress(OSError, ValueError):
        return json.loads(path.read_text(encoding="utf-8"))
    return None


def _manifest(folder: Path) -> Path:
    return folder / "engine.manifest"


def _note(folder: Path) -> Path:
    return folder / "engine.damaged"
