"""Templates into pages. Everything that a document or a reader says is escaped."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dutygraph.graph.ontology import ontology
from dutygraph.visualize.boundary import boundary_lines
from dutygraph.visualize.finding_groups import kind_title
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import FILTERS


@cache
def environment() -> Environment:
    """Return the templates: escaped, and strict about names that a page forgot to give."""
    templates = Environment(
        loader=PackageLoader("dutygraph.visualize"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # Chinese stays readable; what would end a script is still escaped.
    templates.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    templates.filters.update(FILTERS, kind_title=kind_title, boundary_lines=boundary_lines)
    return templates


def html(template: str, lang: Language, context: Mapping[str, Any]) -> str:
    """Return what a template makes of its context."""
    return environment().get_template(template).render({**words(lang), **context})


def words(lang: Language) -> Mapping[str, Any]:
    """Return what every template needs: the language, its texts, and the ontology's names."""
    return {"lang": lang, "t": partial(text, lang=lang), "ontology": ontology()}
