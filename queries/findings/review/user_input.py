"""What users state in forms, addresses and options: checked as one, and every mistake named."""

from collections.abc import Mapping
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError

from dutygraph.mistakes import words_with_place
from dutygraph.queries.errors import argument_error


class UserInput(BaseModel):
    """Base of what a user states."""

    model_config = ConfigDict(frozen=True, validate_by_name=True, validate_by_alias=True)

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Self:
        """Return what these values state. Raises ArgumentError that names every one that does not fit."""
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise argument_error(map(words_with_place, error.errors())) from error


def none_for_empty(value: object) -> object:
    """Return None for an empty text: a form sends one for what was left blank."""
    return None if value == "" else value
