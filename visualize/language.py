"""The language of a page: Chinese unless the reader chose English."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal, cast

import yaml
from fastapi import Request
from starlette.responses import Response

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
_NAME = "lang"
_YEAR = 365 * 24 * 3600


def language_of(request: Request) -> Language:
    """Return the language that the address names, else the one chosen before."""
    for choice in (request.query_params.get(_NAME), request.cookies.get(_NAME)):
        if choice in LANGUAGES:
            return choice
    return "zh"


def remember(request: Request, response: Response) -> None:
    """Keep a language that the address names for the pages to come."""
    if request.query_params.get(_NAME) in LANGUAGES:
        response.set_cookie(_NAME, language_of(request), max_age=_YEAR, httponly=True, samesite="lax")


@cache
def texts() -> Mapping[str, Mapping[Language, str]]:
    """Return every text of the pages by key, from ``texts.yaml``."""
    read = resources.files("visualize").joinpath("texts.yaml").read_text(encoding="utf-8")
    return cast("Mapping[str, Mapping[Language, str]]", yaml.safe_load(read))


def text(key: str, lang: Language, **values: object) -> str:
    """Return the text of a key, with ``{name}`` replaced. Raises KeyError for a key that does not exist."""
    return texts()[key][lang].format(**values)
