"""The YAML files beside the modules, in which the words of a domain stand."""

from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""That of libyaml, where PyYAML was built with it, takes a tenth of the time; each process loads all of the files."""


def parse_yaml(text: str) -> Any:
    """Return what a YAML text of ours holds. Raises yaml.YAMLError for other text."""
    return yaml.load(text, Loader=_LOADER)  # noqa: S506  # a safe loader either way


def load_words(path: Path) -> Any:
    """Return what a YAML file of ours holds. Raises OSError if it is not there, yaml.YAMLError for other text."""
    return parse_yaml(path.read_text(encoding="utf-8"))
