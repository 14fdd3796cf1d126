"""The package as it is installed, for tools that read the source instead of importing it: ``python -m tests.package_view``.

In a checkout the rooms stand at the top, and ``dutygraph/__init__.py`` finds them when it runs. Type checkers, the import
linter and editors cannot follow that; for them ``.types/dutygraph`` holds a link to each room and module.
"""

import shutil
import sys
from pathlib import Path

from tests.source_tree import ROOMS, ROOT

VIEW = ROOT / ".types" / "dutygraph"


def link(source: Path, target: Path) -> None:
    """Make ``target`` a link to ``source``; a junction on Windows, where links need a privilege."""
    if sys.platform != "win32":
        target.symlink_to(source)
    elif source.is_dir():
        import _winapi

        _winapi.CreateJunction(str(source), str(target))
    else:
        shutil.copyfile(source, target)


def main() -> None:
    """Make the links anew."""
    if VIEW.exists():
        shutil.rmtree(VIEW)
    VIEW.mkdir(parents=True)
    for room in ROOMS:
        link(ROOT / room, VIEW / room)
    for module in sorted((ROOT / "dutygraph").iterdir()):
        if module.is_file():
            link(module, VIEW / module.name)


if __name__ == "__main__":
    main()
