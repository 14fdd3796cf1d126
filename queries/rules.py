"""The finding rules: one ``.cypher`` file each in ``rules/``, named after the kind of finding."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any, Literal, Self

import yaml
from pydantic import Field, model_validator

from queries.errors import UnknownQueryError
from queries.finding import Class, Option, Severity
from queries.headed import USED, Bilingual, Headed, load
from queries.thresholds import Threshold

Reach = Literal["own", "region", "all"]
"""Whose lists decide about a finding: those of the departments it names, also others of their regions, or all."""

TOUCHED = "touched"
"""The parameter that every rule takes: ids of departments, or null for all of them."""


class Rule(Headed):
    """A kind of finding, with the statement that finds it.

    The statement takes ``$touched`` and returns what concerns one of these departments, the words of ``words.yaml``, and
    its own thresholds, declared in ``settings``. A row is one finding. Its columns are ``departments`` (names) and
    ``nodes`` (maps of ``role`` and ``id``), and, where the rule has them, ``score`` (else 1), ``parts`` (name to value),
    ``pairs``, ``declared`` (a map of ``matter`` and ``declared_by``), ``class`` and ``severity`` (else the rule's), and
    what the finding's id is made of: the nodes and a ``key`` that tells apart findings about the same ones, or in their
    place an ``identity`` (texts), for findings that gather nodes. All others are declared in ``columns`` and can be used
    in sentences.
    """

    title: Bilingual
    description: Bilingual | None = None
    """What a reader of the list of rules should know of it, in more words than the title."""
    class_: Class = Field(alias="class")
    severity: Severity
    weight: float = Field(ge=0, le=1)
    """Rank among kinds of the same severity."""
    sentence: Bilingual
    columns: Mapping[str, Bilingual] = Field(default_factory=dict)
    parts: Mapping[str, Bilingual] = Field(default_factory=dict)
    options: tuple[Option, ...]
    settings: Mapping[str, Threshold] = Field(default_factory=dict)
    reach: Reach = "own"

    @model_validator(mode="after")
    def _templates_use_declared_columns(self) -> Self:
        templates = [text for both in (self.sentence, *self.parts.values()) for text in (both.zh, both.en)]
        used = {name for text in templates for _, name, _, _ in Formatter().parse(text) if name is not None}
        if odd := used - set(self.columns):
            raise ValueError(f"a template uses columns that are not declared: {', '.join(sorted(odd))}")
        return self

    @model_validator(mode="after")
    def _parameters_exist(self) -> Self:
        used = set(USED.findall(self.cypher))
        if odd := used - {TOUCHED, *words(), *self.settings}:
            raise ValueError(f"neither words.yaml nor the settings have {', '.join(sorted(odd))}")
        if idle := set(self.settings) - used:
            raise ValueError(f"settings that the statement does not use: {', '.join(sorted(idle))}")
        return self


@cache
def rules() -> Mapping[str, Rule]:
    """Return all rules by kind. Raises CatalogueError that names every mistake in every header."""
    return load("rules", Rule)


@cache
def words() -> Mapping[str, Any]:
    """Return the wordings that rules get as parameters."""
    text = resources.files("queries").joinpath("words.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def select_rules(kinds: Iterable[str] | None) -> list[Rule]:
    """Return the rules of these kinds, or all. Raises UnknownQueryError that names the nearest kinds."""
    known = rules()
    for kind in kinds or ():
        if kind not in known:
            near = get_close_matches(kind, known, cutoff=0.5) or list(known)
            raise UnknownQueryError(
                zh=f"没有名为“{kind}”的问题类型，相近的有：{'、'.join(near)}",
                en=f"there is no kind of finding {kind!r}; nearest: {', '.join(near)}",
            )
    return [rule for kind, rule in known.items() if kinds is None or kind in set(kinds)]
