"""The ontology as typed data: loaded once from ``ontology.yaml`` and checked as a whole.

Labels, edge types and property names are taken from here everywhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from dutygraph.bilingual import Bilingual
from dutygraph.graph.errors import OntologyError
from dutygraph.ingest.word_files import parse_yaml

PropertyType = Literal["string", "integer", "float", "boolean", "strings"]
Owner = Literal["list", "shared", "system"]

NodeName = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z]*$")]
EdgeName = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z_]*$")]
PropertyName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_0-9]*$")]
Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
FieldName = Annotated[str, StringConstraints(pattern=r"^\^?[a-z][a-z_]*$")]
FieldPath = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*(\.[a-z][a-z_]*)?$")]
EVERY_LABEL = "*"
EVERY_STATEMENT = "statements"


class Kind(BaseModel):
    """Base of node kinds and edge kinds: name, name in Chinese and English, property types."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    zh: str
    en: str
    properties: Mapping[PropertyName, PropertyType] = Field(default_factory=dict)


class StatementKind(BaseModel):
    """How the nodes of a label are made from the records of a list; the head of ``ontology.yaml`` explains the fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: FieldPath = Field(alias="from")
    edge: EdgeName
    key: tuple[FieldName, ...]
    texts: tuple[PropertyName, ...]
    values: Mapping[PropertyName, FieldName] = Field(default_factory=dict)


class NodeKind(Kind):
    """A label. Its key is the property ``id``, which ``properties`` does not list."""

    name: NodeName
    statement: StatementKind | None = None
    color: Color
    owner: Owner
    caption: PropertyName
    index: tuple[PropertyName, ...]

    @model_validator(mode="after")
    def _properties_exist(self) -> Self:
        texts = self.statement.texts if self.statement else ()
        for name in (self.caption, *self.index, *texts):
            if name not in self.properties:
                raise ValueError(f"{self.name} has no property {name}")
        if self.owner == "list" and "list" not in self.index:
            raise ValueError(f"{self.name} belongs to a list and needs the property list, indexed")
        return self


class EdgeKind(Kind):
    """An edge type with the labels that its start and its end may have."""

    name: EdgeName
    start: tuple[NodeName, ...] = Field(alias="from")
    end: tuple[NodeName, ...] = Field(alias="to")
    depends: Literal["start", "end", "both"] | None = None
    forth: Bilingual | None = None
    back: Bilingual | None = None

    @model_validator(mode="after")
    def _dependencies_have_words(self) -> Self:
        one_blank_each = [
            text.zh.count("{}") == text.en.count("{}") == 1 for text in (self.forth, self.back) if text
        ]
        if one_blank_each != ([True, True] if self.depends else []):
            raise ValueError(
                f"{self.name} needs depends, forth and back, each with one {{}}, or none of them"
            )
        return self


class Ontology(BaseModel):
    """All kinds, in the order of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nodes: Mapping[str, NodeKind]
    edges: Mapping[str, EdgeKind]

    @model_validator(mode="after")
    def _statements_are_tied(self) -> Self:
        for kind, statement in self.statements():
            if statement.edge not in self.edges:
                raise ValueError(f"{kind.name} is tied by {statement.edge}, which is no edge type")
        return self

    @model_validator(mode="after")
    def _ends_exist(self) -> Self:
        for edge in self.edges.values():
            for label in (*edge.start, *edge.end):
                if label not in self.nodes:
                    raise ValueError(f"{edge.name} has an end {label} that is no label")
        return self

    def node(self, label: str) -> NodeKind:
        """Return the node kind of a label. Raises OntologyError when there is none."""
        if label not in self.nodes:
            raise OntologyError(zh=f"本体中没有节点类型“{label}”", en=f"the ontology has no label {label!r}")
        return self.nodes[label]

    def edge(self, type_: str) -> EdgeKind:
        """Return the edge kind of an edge type. Raises OntologyError when there is none."""
        if type_ not in self.edges:
            raise OntologyError(
                zh=f"本体中没有关系类型“{type_}”", en=f"the ontology has no edge type {type_!r}"
            )
        return self.edges[type_]

    def owned_by(self, owner: Owner) -> Iterator[NodeKind]:
        """Return the node kinds with this owner."""
        return (kind for kind in self.nodes.values() if kind.owner == owner)

    def statements(self) -> list[tuple[NodeKind, StatementKind]]:
        """Return the kinds of statements in the order of the file: an outer kind before those within it."""
        return [(kind, kind.statement) for kind in self.nodes.values() if kind.statement]

    def outer(self, statement: StatementKind) -> tuple[NodeKind, StatementKind] | None:
        """Return the kind of statement that this kind stands within, or None if it belongs to the department itself."""
        field = statement.source.rpartition(".")[0]
        return next((pair for pair in self.statements() if pair[1].source == field), None)

    def within(self, statement: StatementKind) -> list[tuple[NodeKind, StatementKind]]:
        """Return the kinds of statements that stand within this kind."""
        return [pair for pair in self.statements() if pair[1].source.rpartition(".")[0] == statement.source]

    def dependencies(self) -> list[EdgeKind]:
        """Return the kinds of edges on which one end depends on the other, in the order of the file."""
        return [edge for edge in self.edges.values() if edge.depends]

    def is_stated(self, edge: EdgeKind) -> bool:
        """Whether an edge of this kind always has a statement of a list at one of its ends."""
        ends = ([self.nodes[label].owner == "list" for label in labels] for labels in (edge.start, edge.end))
        return any(map(all, ends))

    def legend(self) -> list[dict[str, str]]:
        """Return the legend of pictures: name, zh, en and color of each label."""
        return [
            {"name": kind.name, "zh": kind.zh, "en": kind.en, "color": kind.color}
            for kind in self.nodes.values()
        ]


def parse(text: str) -> Ontology:
    """Read an ontology from YAML text. Raises OntologyError that names every mistake."""
    try:
        raw = parse_yaml(text)
        return Ontology.model_validate(
            {
                "nodes": {name: {"name": name, **body} for name, body in raw["nodes"].items()},
                "edges": {name: _edge_data(name, body, raw["nodes"]) for name, body in raw["edges"].items()},
            }
        )
    except (ValidationError, yaml.YAMLError, KeyError, TypeError) as error:
        raise OntologyError(zh=f"本体文件有误：{error}", en=f"the ontology file is wrong: {error}") from error


def _edge_data(name: str, body: Mapping[str, Any], nodes: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    ends = {side: _labels(body[side], nodes) for side in ("from", "to")}
    return {"name": name, **body, **ends}


def _labels(names: Sequence[str], nodes: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Return the labels that an end of an edge names; EVERY_LABEL and EVERY_STATEMENT stand for all of their kind."""
    every = {
        EVERY_LABEL: list(nodes),
        EVERY_STATEMENT: [label for label, body in nodes.items() if "statement" in body],
    }
    return [label for name in names for label in every.get(name, [name])]


@cache
def ontology() -> Ontology:
    """Return the ontology of this installation."""
    return parse(resources.files("dutygraph.graph").joinpath("ontology.yaml").read_text(encoding="utf-8"))
