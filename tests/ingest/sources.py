"""Where the documents that tests read stand: the sample in the repository, the real lists beside it."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = sorted((ROOT / "data").glob("*.txt"))
SHARED = ROOT.parent / "shared"
"""The real lists are not part of the repository; on a developer's machine they lie in the folder beside it."""
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
WILD = SHARED / "wild"
needs_seeds = pytest.mark.skipif(
    not SEEDS, reason="needs the real lists: the folder `shared` beside the repository"
)
needs_wild = pytest.mark.skipif(
    not WILD.is_dir(), reason="needs the cases from the wild: the folder `shared` beside the repository"
)
