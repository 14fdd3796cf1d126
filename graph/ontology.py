"""The ontology as typed data: loaded once from ``ontology.yaml``, checked as a whole.

Everything that needs a label, an edge type or a property name takes it from here.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Annotated, Any, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from graph.errors import OntologyError

PropertyType = Literal["string", "integer", "float", "boolean", "strings"]
Owner = Literal["list", "shared", "system"]

NodeName = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z]*$")]
EdgeName = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z_]*$")]
PropertyName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_0-9]*$")]
Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
EVERY_LABEL = "*"


class Kind(BaseModel):
    """What node kinds and edge kinds have in common."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    zh: str
    en: str
    properties: Mapping[PropertyName, PropertyType] = Field(default_factory=dict)


class NodeKind(Kind):
    """A label. Its key is the property ``id``, which ``properties`` does not list."""

    name: NodeName
    color: Color
    owner: Owner
    caption: PropertyName
    index: tuple[PropertyName, ...]

    @model_validator(mode="after")
    def _properties_exist(self) -> Self:
        for name in (self.caption, *self.index):
            if name not in self.properties:
                raise ValueError(f"{self.name} has no property {name}")
        if self.owner == "list" and "list" not in self.index:
            raise ValueError(f"{self.name} belongs to a list and needs the property list, indexed")
        return self


class EdgeKind(Kind):
    """An edge type with the labels its ends may have."""

    name: EdgeName
    start: tuple[NodeName, ...] = Field(alias="from")
    end: tuple[NodeName, ...] = Field(alias="to")


class Ontology(BaseModel):
    """All kinds, in the order of the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nodes: Mapping[str, NodeKind]
    edges: Mapping[str, EdgeKind]

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

    def legend(self) -> list[dict[str, str]]:
        """One entry per label for pictures: name, zh, en and color."""
        return [
            {"name": kind.name, "zh": kind.zh, "en": kind.en, "color": kind.color}
            for kind in self.nodes.values()
        ]


def parse(text: str) -> Ontology:
    """Read an ontology from YAML text. Raises OntologyError that names every mistake."""
    try:
        raw = yaml.safe_load(text)
        labels = list(raw["nodes"])
        return Ontology.model_validate(
            {
                "nodes": {name: {"name": name, **body} for name, body in raw["nodes"].items()},
                "edges": {name: _edge(name, body, labels) for name, body in raw["edges"].items()},
            }
        )
    except (ValidationError, yaml.YAMLError, KeyError, TypeError) as error:
        raise OntologyError(zh=f"本体文件有误：{error}", en=f"the ontology file is wrong: {error}") from error


def _edge(name: str, body: Mapping[str, Any], labels: list[str]) -> dict[str, Any]:
    ends = {side: labels if body[side] == [EVERY_LABEL] else body[side] for side in ("from", "to")}
    return {"name": name, **body, **ends}


@cache
def ontology() -> Ontology:
    """Return the ontology of this installation."""
    return parse(resources.files("graph").joinpath("ontology.yaml").read_text(encoding="utf-8"))
