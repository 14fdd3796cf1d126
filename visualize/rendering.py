"""Templates into pages. Everything that a document or a reader says is escaped."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from dutygraph.api.language import language_of, remember
from dutygraph.graph.ontology import ontology
from dutygraph.visualize.found import kind_title
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import FILTERS


@cache
def environment() -> Environment:
    """Return the templates: escaped, and strict about names that a page forgot to give."""
    found = Environment(
        loader=PackageLoader("dutygraph.visualize"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.policies["json.dumps_kwargs"] = {"ensure_ascii": False}  # what would end a script is still escaped
    found.filters.update(FILTERS, kind_title=kind_title)
    return found


def render(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """Return the page that a template makes of its context, in the language of the reader."""
    page = environment().get_template(template).render({**_surroundings(request), **context})
    response = HTMLResponse(page, status)
    remember(request, response)
    return response


def words(lang: Language) -> Mapping[str, Any]:
    """Return what every template needs: the language, its texts, and the ontology's names."""
    return {"lang": lang, "t": partial(text, lang=lang), "ontology": ontology()}


def _surroundings(request: Request) -> Mapping[str, Any]:
    path = request.url.path
    return {
        **words(language_of(request)),
        "path": path,
        "in_zh": _address(request, "lang", "zh"),
        "in_en": _address(request, "lang", "en"),
        "as_json": _address(request, "format", "json"),
    }


def _address(request: Request, name: str, value: str) -> str:
    """The address of this page with one parameter changed."""
    return f"{request.url.path}?{request.url.include_query_params(**{name: value}).query}"
