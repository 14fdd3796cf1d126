"""Parameters of a query, and the arguments a user gives for them."""

from collections.abc import Callable, Mapping
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.lookup import department_id
from dutygraph.queries.errors import ArgumentError

Scalar = str | int | float | bool
ParameterType = Literal["string", "integer", "number", "boolean"]

_TRUTH = {
    "true": True,
    "1": True,
    "yes": True,
    "是": True,
    "false": False,
    "0": False,
    "no": False,
    "否": False,
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
                _convert("default", self, self.default)
            except ArgumentError as error:
                raise ValueError(error.text.en) from error
        return self


def arguments_of(
    store: GraphStore, parameters: Mapping[str, Parameter], given: Mapping[str, Scalar]
) -> dict[str, Scalar | None]:
    """Return a value for every parameter; an empty text counts as not given.

    Raises ArgumentError that names every mistake, and UnknownDepartmentError.
    """
    values: dict[str, Scalar | None] = {}
    mistakes = [_unknown(name, parameters) for name in given if name not in parameters]
    for name, parameter in parameters.items():
        value = given.get(name, "")
        if value == "":
            values[name] = parameter.default
            if parameter.required:
                mistakes.append(_mistake(name, parameter, zh="必须给出", en="is required"))
            continue
        try:
            values[name] = _convert(name, parameter, value)
        except ArgumentError as error:
            mistakes.append(error)
    if mistakes:
        raise ArgumentError(
            zh="；".join(m.text.zh for m in mistakes), en="; ".join(m.text.en for m in mistakes)
        )
    return {name: _resolved(store, parameters[name], value) for name, value in values.items()}


def _resolved(store: GraphStore, parameter: Parameter, value: Scalar | None) -> Scalar | None:
    names_department = parameter.suggest == "department" and value is not None
    return department_id(store, str(value)) if names_department else value


def _convert(name: str, parameter: Parameter, value: Scalar) -> Scalar:
    """Return the value as its type; raises ArgumentError."""
    try:
        converted = _CONVERTERS[parameter.type](value)
    except (ValueError, OverflowError):
        raise _mistake(
            name,
            parameter,
            zh=f"应为{_TYPES_ZH[parameter.type]}，而不是“{value}”",
            en=f"must be {parameter.type}, not {value!r}",
        ) from None
    low, high = parameter.minimum, parameter.maximum
    if (low is not None and converted < low) or (high is not None and converted > high):  # type: ignore[operator]
        raise _mistake(name, parameter, zh=f"应在 {low} 与 {high} 之间", en=f"must be from {low} to {high}")
    return converted


def _string(value: Scalar) -> str:
    return str(value)


def _integer(value: Scalar) -> int:
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise ValueError(value)
    number = int(value)
    if not -(2**63) <= number < 2**63:  # what both engines can hold
        raise OverflowError(number)
    return number


def _number(value: Scalar) -> float:
    if isinstance(value, bool):
        raise ValueError(value)
    return float(value)


def _boolean(value: Scalar) -> bool:
    try:
        return _TRUTH[str(value).lower()]
    except KeyError:
        raise ValueError(value) from None


_CONVERTERS: Mapping[ParameterType, Callable[[Scalar], Scalar]] = {
    "string": _string,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
}
_TYPES_ZH: Mapping[ParameterType, str] = {
    "string": "文字",
    "integer": "整数",
    "number": "数字",
    "boolean": "是或否",
}


def _mistake(name: str, parameter: Parameter, *, zh: str, en: str) -> ArgumentError:
    return ArgumentError(zh=f"参数 {name}（{parameter.zh}）{zh}", en=f"parameter {name} {en}")


def _unknown(name: str, parameters: Mapping[str, Parameter]) -> ArgumentError:
    known = "、".join(parameters)
    return ArgumentError(
        zh=f"没有参数 {name}，可用的有：{known or '（无）'}",
        en=f"there is no parameter {name}; known: {', '.join(parameters) or 'none'}",
    )
