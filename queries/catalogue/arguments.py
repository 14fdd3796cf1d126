"""Parameters of a query, and the arguments a user gives for them."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    create_model,
    model_validator,
)
from pydantic_core import PydanticKnownError

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.mistakes import words_of
from dutygraph.queries.catalogue.lookup import department_id
from dutygraph.queries.errors import argument_error

Scalar = str | int | float | bool
ParameterType = Literal["string", "integer", "number", "boolean"]

_LARGEST = 2**63 - 1
"""What both engines can hold."""
_BOOLEANS = {"是": True, "否": False}


def _no_boolean(mistake: Literal["int_parsing", "float_parsing"]) -> BeforeValidator:
    """Return a validator that refuses True and False, which pydantic takes for 1 and 0."""

    def check(value: object) -> object:
        if isinstance(value, bool):
            raise PydanticKnownError(mistake)
        return value

    return BeforeValidator(check)


_TYPES: Mapping[ParameterType, Any] = {
    "string": str,
    "integer": Annotated[int, _no_boolean("int_parsing")],
    "number": Annotated[float, _no_boolean("float_parsing")],
    "boolean": Annotated[bool, BeforeValidator(lambda value: _BOOLEANS.get(value, value))],
}


class Parameter(BaseModel):
    """A parameter as the header of a query describes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: ParameterType
    zh: str
    en: str
    required: bool = False
    default: Scalar | None = None
    minimum: int | None = None
    maximum: int | None = None
    suggest: Literal["department", "office", "matter", "basis", "target"] | None = None
    """What a value names, so that a page can offer some. The name of a department is exchanged for its id."""

    @model_validator(mode="after")
    def _default_fits(self) -> Self:
        if self.default is not None:
            if self.required:
                raise ValueError("a parameter with a default cannot be required")
            try:
                arguments_model((("default", self),)).model_validate({"default": self.default})
            except ValidationError as error:
                raise ValueError("; ".join(f"default: {words_of(m).en}" for m in error.errors())) from error
        return self

    @property
    def field(self) -> tuple[Any, Any]:
        """The type and the field of this parameter in the model of the arguments."""
        type_ = _TYPES[self.type]
        integer = self.type == "integer"
        return (
            type_ if self.required or self.default is not None else type_ | None,
            Field(
                ... if self.required else self.default,
                description=f"{self.zh} / {self.en}",
                ge=-_LARGEST if integer and self.minimum is None else self.minimum,
                le=_LARGEST if integer and self.maximum is None else self.maximum,
            ),
        )


@cache
def arguments_model(parameters: tuple[tuple[str, Parameter], ...]) -> type[BaseModel]:
    """Return the model of the arguments of a query with these parameters, which texts can be given for."""
    config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)
    fields: dict[str, Any] = {name: parameter.field for name, parameter in parameters}
    return create_model("arguments", __config__=config, **fields)


def arguments_of(
    store: GraphStore, parameters: Mapping[str, Parameter], arguments: Mapping[str, Scalar]
) -> dict[str, Scalar | None]:
    """Return a value for every parameter; an empty text counts as not given.

    Raises ArgumentError that names every mistake, and UnknownDepartmentError.
    """
    values = {name: value for name, value in arguments.items() if value != "" or name not in parameters}
    try:
        model = arguments_model(tuple(parameters.items())).model_validate(values)
    except ValidationError as error:
        raise argument_error(_words(mistake, parameters) for mistake in error.errors()) from error
    return {name: _resolved(store, parameters[name], value) for name, value in model}


def _resolved(store: GraphStore, parameter: Parameter, value: Scalar | None) -> Scalar | None:
    names_department = parameter.suggest == "department" and value is not None
    return department_id(store, str(value)) if names_department else value


def _words(mistake: Mapping[str, Any], parameters: Mapping[str, Parameter]) -> Bilingual:
    """Return one of pydantic's mistakes in words that name the parameter; an unknown one, with those that there are."""
    name = mistake["loc"][0]
    if name not in parameters:
        return Bilingual(
            f"没有参数 {name}，可用的有：{'、'.join(parameters) or '（无）'}",
            f"there is no parameter {name}; there are: {', '.join(parameters) or 'none'}",
        )
    words = words_of(mistake)
    return Bilingual(f"参数 {name}（{parameters[name].zh}）{words.zh}", f"parameter {name}: {words.en}")
