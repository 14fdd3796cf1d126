"""The data files beside the modules of this package."""

from pathlib import Path
from typing import Any

from dutygraph.ingest.word_files import load_words


def read_data(name: str) -> dict[str, Any]:
    """Return the content of ``{name}.yaml`` in this package."""
    return dict(load_words(Path(__file__).with_name(f"{name}.yaml")))
