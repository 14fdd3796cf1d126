"""Parameters of a query, and the arguments a user gives for them."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, Self
from unicodedata import normalize

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
from dutygraph.queries.catalogue.lookup import department_id, region_code
from dutygraph.queries.errors import argument_error

Scalar = str | int | float | bool
ParameterType = Literal["string", "integer", "number", "boolean"]

_LARGEST = 2**63 - 1
"""What both engines can hold."""
_BOOLEANS = {"是": True, "否": False}


def _numeral(mistake: Literal["int_parsing", "float_parsing"]) -> BeforeValidator:
    """Return a validator that reads full-width digits, and refuses True and False, which pydantic takes for 1 and 0."""

    def read(value: object) -> object:
        if isinstance(value, bool):
            raise PydanticKnownError(mistake)
        return normalize("NFKC", value) if isinstance(value, str) else value

    return BeforeValidator(read)


_TYPES: Mapping[ParameterType, Any] = {
    "string": str,
    "integer": Annotated[int, _numeral("int_parsing")],
    "number": Annotated[float, _numeral("float_parsing")],
    "boolean": Annotated[bool, BeforeValidator(lambda value: _BOOLEANS.get(value, value))],
}
_EXAMPLES: Mapping[str | None, list[str]] = {
    "department": ["区民政局"],
    "region": ["澜江区"],
    "office": ["办公室"],
    "matter": ["防汛抗旱"],
    "basis": ["统计法"],
    "target": ["企业"],
}
"""For the description of the service: what is in the sample district."""
_TYPES_ZH: Mapping[ParameterType, str] = {
    "string": "文字",
    "integer": "整数",
    "number": "数字",
    "boolean": "是或否",
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
    suggest: Literal["department", "region", "office", "matter", "basis", "target"] | None = None
    """What a value names, so that a page can offer some. The name of a department or region becomes its id or code."""

    @model_validator(mode="after")
    def _default_fits(self) -> Self:
        if self.default is not None:
            if self.required:
                raise ValueError("a parameter with a default cannot be required")
            try:
                arguments_model((("default", self),)).model_validate({"default": self.default})
            except ValidationError as error:
                raise ValueError(_words(error.errors()[0], {"default": self}).en) from error
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
                examples=_EXAMPLES.get(self.suggest),
                min_length=1 if self.required and self.type == "string" else None,
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

    Raises ArgumentError that names every mistake, UnknownDepartmentError and AmbiguousNameError.
    """
    values = {name: value for name, value in arguments.items() if value != "" or name not in parameters}
    try:
        model = arguments_model(tuple(parameters.items())).model_validate(values)
    except ValidationError as error:
        raise argument_error(_words(mistake, parameters) for mistake in error.errors()) from error
    return {name: _resolved(store, parameters[name], value) for name, value in model}


def _resolved(store: GraphStore, parameter: Parameter, value: Scalar | None) -> Scalar | None:
    if value is not None and parameter.suggest == "department":
        return department_id(store, str(value))
    if value is not None and parameter.suggest == "region":
        return region_code(store, str(value))
    return value


def _words(mistake: Mapping[str, Any], parameters: Mapping[str, Parameter]) -> Bilingual:
    """Return one of pydantic's mistakes in words that name the parameter; an unknown one, with those that there are."""
    name = mistake["loc"][0]
    if name not in parameters:
        return Bilingual(
            f"没有参数 {name}，可用的有：{'、'.join(parameters) or '（无）'}",
            f"there is no parameter {name}; known: {', '.join(parameters) or 'none'}",
        )
    parameter = parameters[name]
    words = _words_of_value(mistake, parameter)
    return Bilingual(f"参数 {name}（{parameter.zh}）{words.zh}", f"parameter {name} {words.en}")


def _words_of_value(mistake: Mapping[str, Any], parameter: Parameter) -> Bilingual:
    low, high, value = parameter.minimum, parameter.maximum, mistake["input"]
    if mistake["type"] in ("missing", "string_too_short"):
        return Bilingual("必须给出", "is required")
    if mistake["type"] in ("greater_than_equal", "less_than_equal") and None not in (low, high):
        return Bilingual(f"应在 {low} 与 {high} 之间", f"must be from {low} to {high}")
    return Bilingual(
        f"应为{_TYPES_ZH[parameter.type]}，而不是“{value}”", f"must be {parameter.type}, not {value!r}"
    )
