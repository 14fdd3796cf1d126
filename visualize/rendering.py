"""Templates into pages. Everything that a document or a reader says is escaped."""

from collections.abc import Mapping
from functools import cache, partial
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dutygraph.bilingual import in_language
from dutygraph.graph.ontology import ontology
from dutygraph.queries.findings.review.current_verdicts import status_of
from dutygraph.visualize.boundary import between
from dutygraph.visualize.cells import cell_address, shown_columns
from dutygraph.visualize.comments import comment_from
from dutygraph.visualize.entry_lines import counts_line, entries_left, entry_line
from dutygraph.visualize.explorer.addresses import from_here
from dutygraph.visualize.finding_groups import kind_title
from dutygraph.visualize.side_by_side import has_marks, sides, with_marks
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import FILTERS

_FINDINGS: Mapping[str, Any] = {
    "between": between,
    "comment_from": comment_from,
    "has_marks": has_marks,
    "kind_title": kind_title,
    "sides": sides,
    "standing": lambda item: status_of(item.verdict),
    "with_marks": with_marks,
}
"""What templates make of findings."""


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
    templates.filters.update(
        FILTERS,
        **_FINDINGS,
        cell_address=cell_address,
        counts_line=counts_line,
        entries_left=entries_left,
        entry_line=entry_line,
        explore_address=from_here,
        in_language=in_language,
        shown_columns=shown_columns,
    )
    templates.globals["ontology"] = ontology()
    return templates


@cache
def inlined(file: str) -> Markup:
    """Return a style sheet or script of this room, to stand in a page as it is."""
    return Markup(resources.files("dutygraph.visualize").joinpath(file).read_text(encoding="utf-8"))  # noqa: S704 - no input


def html(template: str, lang: Language, context: Mapping[str, Any]) -> str:
    """Return what a template makes of its context."""
    return environment().get_template(template).render({**words(lang), **context})


def words(lang: Language) -> Mapping[str, Any]:
    """Return what every template needs: the language and its texts."""
    return {"lang": lang, "t": partial(text, lang=lang)}
