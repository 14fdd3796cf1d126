"""The finding rules: one ``.cypher`` file each in ``rule_files/``, named after the kind unless it says another."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib import resources
from string import Formatter
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.word_files import parse_yaml
from dutygraph.queries.catalogue.cypher_header import USED, QueryFile, load
from dutygraph.queries.errors import CatalogueError, UnknownQueryError, suggestion
from dutygraph.queries.findings.models import Class, Option, Severity
from dutygraph.queries.findings.rules.thresholds import Threshold

Reach = Literal["own", "region", "all"]
"""Whose lists decide about a finding: those of the departments it names, also others of their regions, or all."""

TOUCHED = "touched"
"""The parameter that every rule takes: ids of departments, or null for all of them."""


class RuleColumn(BaseModel):
    """What a column is called that sentences use; a long text is shortened there, unless it is to be quoted ``whole``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str
    en: str
    whole: bool = False


class FindingRule(QueryFile):
    """What a rule looks for, with the statement that finds it.

    The statement takes ``$touched`` and returns what concerns one of these departments, the words of ``words.yaml``, and
    its own thresholds, declared in ``settings``. A row is one finding. Its columns are ``departments`` (names) and
    ``nodes`` (maps of ``role`` and ``id``, and where it counts ``quotes``, the words of the statement that do, or ``spans``,
    where they begin and end, and ``locator``, the place in it), and, where the rule has them, ``score`` (else 1), ``parts``
    (name to value), ``pairs``, ``declared`` and ``boundary`` (maps as in their models), ``class``, ``severity`` (else the
    rule's) and ``grounds`` of it, ``object`` and ``topic``, and
    what the finding's id is made of: the nodes and a ``key`` that tells apart findings about the same ones, or in their
    place an ``identity`` (texts), for findings that gather nodes. All others are declared in ``columns`` and can be used
    in sentences.
    """

    kind: str
    """The kind that its findings carry: the rule's own name, or that of another rule that looks for the like."""
    title: Bilingual
    description: Bilingual | None = None
    """What a reader of the list of rules should know of it, in more words than the title."""
    class_: Class = Field(alias="class")
    severity: Severity
    weight: float = Field(ge=0, le=1)
    """Rank among kinds of the same severity."""
    sentence: Bilingual
    clauses: Mapping[str, Bilingual] = Field(default_factory=dict)
    """What the sentence has in the place of a column: this wording, or nothing where the column is empty or false."""
    columns: Mapping[str, RuleColumn] = Field(default_factory=dict)
    parts: Mapping[str, Bilingual] = Field(default_factory=dict)
    options: tuple[Option, ...]
    settings: Mapping[str, Threshold] = Field(default_factory=dict)
    reach: Reach = "own"

    @model_validator(mode="before")
    @classmethod
    def _kind_is_the_name_unless_it_says_so(cls, header: dict[str, Any]) -> dict[str, Any]:
        return {"kind": header["name"], **header}

    @model_validator(mode="after")
    def _templates_use_declared_columns(self) -> Self:
        wordings = (self.sentence, *self.clauses.values(), *self.parts.values())
        templates = [text for both in wordings for text in (both.zh, both.en)]
        used = {name for text in templates for _, name, _, _ in Formatter().parse(text) if name is not None}
        if odd := (used | set(self.clauses)) - set(self.columns):
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
def rules() -> Mapping[str, FindingRule]:
    """Return all rules by name. Raises CatalogueError that names every mistake in every header."""
    return with_kinds_checked(load("rule_files", FindingRule))


def with_kinds_checked(by_name: Mapping[str, FindingRule]) -> Mapping[str, FindingRule]:
    """Return the rules; raises CatalogueError unless those of one kind are ranked and computed anew together.

    A kind is the name of a rule, which says what the kind is called and how it is ranked.
    """
    mistakes = [
        f"{rule.name}: kind: no rule {rule.kind} of its own kind with weight {rule.weight} and reach {rule.reach}"
        for rule in by_name.values()
        if (first := by_name.get(rule.kind)) is None
        or (first.kind, first.weight, first.reach) != (rule.kind, rule.weight, rule.reach)
    ]
    if mistakes:
        raise CatalogueError(zh="规则文件有误：\n" + "\n".join(mistakes), en="\n".join(mistakes))
    return by_name


@cache
def words() -> Mapping[str, Any]:
    """Return the wordings that rules get as parameters."""
    text = resources.files("dutygraph.queries").joinpath("words.yaml").read_text(encoding="utf-8")
    return dict(parse_yaml(text))


def find_rule(name: str) -> FindingRule:
    """Return a rule. Raises UnknownQueryError that names the nearest ones, if any is near."""
    _require([name], rules(), zh="规则", en="rule")
    return rules()[name]


def select_kinds(kinds: Iterable[str]) -> list[str]:
    """Return the kinds as they are. Raises UnknownQueryError for one that is none, with the nearest ones."""
    chosen = list(kinds)
    for rule in (rules()[kind] for kind in chosen if kind in rules()):
        if rule.kind != rule.name:
            raise UnknownQueryError(
                zh=f"“{rule.name}”是规则的名称，它的问题线索归入 {rule.kind}",
                en=f"{rule.name!r} is the name of a rule; its findings are of the kind {rule.kind}",
            )
    _require(chosen, sorted({rule.kind for rule in rules().values()}), zh="问题类型", en="kind of finding")
    return chosen


def _require(names: Iterable[str], among: Collection[str], *, zh: str, en: str) -> None:
    for name in names:
        if name not in among:
            hint = suggestion(name, sorted(among), "dutygraph rules")
            raise UnknownQueryError(
                zh=f"没有名为“{name}”的{zh}，{hint.zh}", en=f"there is no {en} {name!r}; {hint.en}"
            )
