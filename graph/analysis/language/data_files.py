"""The data files beside the modules of this package."""

from importlib import resources
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""That of libyaml, where PyYAML was built with it, takes a tenth of the time."""


def read_data(name: str) -> dict[str, Any]:
    """Return the content of ``{name}.yaml`` in this package."""
    text = (
        resources.files("dutygraph.graph.analysis.language")
        .joinpath(f"{name}.yaml")
        .read_text(encoding="utf-8")
    )
    return dict(yaml.load(text, Loader=_LOADER))  # noqa: S506  # a safe loader either way
