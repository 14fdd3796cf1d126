"""Whether rooms import downwards only: ``python -m tests.import_contracts`` holds the contracts of pyproject.toml."""

import os
import sys

from importlinter.cli import lint_imports

from tests import package_view
from tests.source_tree import ROOT


def main() -> int:
    """Print the contracts that are broken; return 0 when none is.

    The linter takes the package from the working folder first, where a checkout has only a part of it.
    """
    package_view.main()
    os.chdir(package_view.VIEW.parent)
    return int(lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True))


if __name__ == "__main__":
    sys.exit(main())
