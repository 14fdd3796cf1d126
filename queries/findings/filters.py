"""The filters of findings as users state them: in an address, in a form, or on the command line."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from dutygraph.mistakes import words_with_place
from dutygraph.queries.errors import argument_error
from dutygraph.queries.findings.models import Severity
from dutygraph.queries.findings.read import Selection, Status
from dutygraph.queries.findings.rules import select_kinds


class FindingFilters(BaseModel):
    """Which findings a user asks for; an empty text counts as not given."""

    model_config = ConfigDict(frozen=True)

    kind: list[str] | None = Field(default=None, description="类别，可多选 / kinds")
    department: str | None = Field(
        default=None, description="部门名称、别称或编号 / name, other name or id of a department"
    )
    severity: Severity | None = Field(default=None, description="程度 / severity")
    status: Status | None = Field(default=None, description="核查意见 / what the last verdict says")
    min_score: float | None = Field(default=None, ge=0, le=1, description="最低得分 / least score")

    @field_validator("kind", mode="before")
    @classmethod
    def _without_empty_kinds(cls, value: object) -> object:
        return [kind for kind in value if kind != ""] if isinstance(value, list) else value

    @field_validator("department", "severity", "status", "min_score", mode="before")
    @classmethod
    def _none_for_an_empty_text(cls, value: object) -> object:
        return None if value == "" else value

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Self:
        """Return the filters with these values. Raises ArgumentError that names every one that does not fit."""
        try:
            return cls.model_validate(values)
        except ValidationError as error:
            raise argument_error(map(words_with_place, error.errors())) from error

    @property
    def selection(self) -> Selection:
        """The findings to read. Raises UnknownQueryError for a kind that no finding can have."""
        return replace(self.of_all_kinds, kinds=select_kinds(self.kind or ()))

    @property
    def of_all_kinds(self) -> Selection:
        """The findings to read when the kinds do not choose."""
        return Selection((), self.department, self.severity, self.status, self.min_score)
