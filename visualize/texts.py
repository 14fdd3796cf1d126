"""Every text of the pages and of what the command line says about findings, in Chinese and English."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal, cast

from dutygraph.ingest.word_files import parse_yaml

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")


@cache
def texts() -> Mapping[str, Mapping[Language, str]]:
    """Return every text of the pages by key, from ``texts.yaml``."""
    read = resources.files("dutygraph.visualize").joinpath("texts.yaml").read_text(encoding="utf-8")
    return cast("Mapping[str, Mapping[Language, str]]", parse_yaml(read))


def text(key: str, lang: Language, **values: object) -> str:
    """Return the text of a key, with ``{name}`` replaced. Raises KeyError for a key that does not exist."""
    return texts()[key][lang].format(**values)
