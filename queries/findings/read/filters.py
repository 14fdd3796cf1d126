"""The filters of findings as users state them: in an address, in a form, or on the command line."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticKnownError

from dutygraph.queries.findings.models import Class, Severity, Status
from dutygraph.queries.findings.read.selection import Selection
from dutygraph.queries.findings.review.user_input import UserInput, none_for_empty
from dutygraph.queries.findings.rules.headers import rules, select_kinds

_CHINESE: Mapping[str, str] = {
    "重要": "high",
    "一般": "medium",
    "轻微": "low",
    "未核查": "open",
    "属实": "confirmed",
    "有合理原因": "justified",
    "不成立": "dismissed",
    "待研究": "undecided",
    "待重新确认": "to_confirm",
}
"""What pages call severities and verdicts."""


def _several(value: object) -> object:
    """Return the values of a filter that may be stated several times: without empty ones, in any case, in Chinese too."""
    values = value if isinstance(value, list | tuple) else [] if value is None else [value]
    words = [one.strip() if isinstance(one, str) else one for one in values]
    chosen = [_CHINESE.get(one, one.lower()) if isinstance(one, str) else one for one in words if one != ""]
    return chosen or None


def _values_of(literal: object) -> BeforeValidator:
    """Return a validator that reads values of a filter, and names all that there are, in both languages, for another."""
    known = {value: zh for zh, value in _CHINESE.items() if value in get_args(literal)}

    def read(value: object) -> object:
        chosen = _several(value)
        if isinstance(chosen, list) and not set(map(str, chosen)) <= known.keys():
            *names, last = [f"{name} ({zh})" for name, zh in known.items()]
            raise PydanticKnownError("literal_error", {"expected": f"{', '.join(names)} or {last}"})
        return chosen

    return BeforeValidator(read)


def _one(value: object) -> object:
    return none_for_empty(value.strip() if isinstance(value, str) else value)


class FindingFilters(UserInput):
    """Which findings a user asks for; an empty text counts as not given."""

    kind: Annotated[list[str] | None, BeforeValidator(_several)] = Field(
        default=None,
        description="类别，可多选，也可写开头（overlap）或名称 / kinds, also the beginning of them",
    )
    class_: Annotated[list[Class] | None, BeforeValidator(_several)] = Field(
        default=None, alias="class", description="大类，可多选，与类别合并 / classes; joined with the kinds"
    )
    department: Annotated[str | None, BeforeValidator(_one)] = Field(
        default=None, description="部门名称、别称或编号 / name, other name or id of a department"
    )
    other: Annotated[str | None, BeforeValidator(_one)] = Field(
        default=None, description="同时涉及的另一部门 / the other department of a pair"
    )
    region: Annotated[str | None, BeforeValidator(_one)] = Field(
        default=None, description="行政区划的名称或代码 / name or code of a region"
    )
    severity: Annotated[list[Severity] | None, _values_of(Severity)] = Field(
        default=None, description="程度，可多选 / severities"
    )
    status: Annotated[list[Status] | None, _values_of(Status)] = Field(
        default=None, description="核查意见，可多选 / what the last verdict says"
    )
    min_score: Annotated[float | None, BeforeValidator(_one)] = Field(
        default=None, ge=0, le=1, description="最低得分 / least score"
    )

    @property
    def selection(self) -> Selection:
        """The findings to read. Raises UnknownQueryError for a kind that no finding can have."""
        kinds, classes = _meant(self.kind or ())
        return replace(self.of_all_kinds, kinds=select_kinds(kinds), classes=(*(self.class_ or ()), *classes))

    @property
    def of_all_kinds(self) -> Selection:
        """The findings to read when the kinds do not choose."""
        return Selection(
            department=self.department,
            other=self.other,
            severities=self.severity or (),
            statuses=self.status or (),
            min_score=self.min_score,
            region=self.region,
        )


def _meant(stated: Any) -> tuple[list[str], list[str]]:
    """Return the kinds and the classes that users mean: by a name, its beginning, its title, or the name of a class."""
    kinds: list[str] = []
    classes: list[str] = []
    titles = {rule.title.zh: rule.kind for rule in rules().values() if rule.name == rule.kind}
    known = sorted({rule.kind for rule in rules().values()})
    for one in stated:
        begun = [kind for kind in known if kind.startswith(f"{one}.")]
        if one in get_args(Class) and not begun:
            classes.append(one)
        else:
            kinds += begun or [titles.get(one, one)]
    return list(dict.fromkeys(kinds)), classes
