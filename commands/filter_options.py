"""The options that choose findings, the same for every command that reads them."""

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any

import typer

StatedFilters = Mapping[str, object]
"""What a user has stated with these options, by the fields of ``FindingFilters``."""
_FILTERS: Mapping[str, Any] = {
    "kind": Annotated[list[str], typer.Option(help="只看此类，可多次 / only this kind; repeatable")],
    "class_": Annotated[
        list[str], typer.Option("--class", help="只看此大类，可多次 / only this class; repeatable")
    ],
    "department": Annotated[str | None, typer.Option(help="只看此部门 / only this department")],
    "other": Annotated[str | None, typer.Option(help="同时涉及的另一部门 / the other department of a pair")],
    "region": Annotated[str | None, typer.Option(help="只看此行政区划 / only this region")],
    "severity": Annotated[
        list[str],
        typer.Option(help="程度，可多次：重要、一般、轻微 / severity: high, medium, low; repeatable"),
    ],
    "status": Annotated[
        list[str],
        typer.Option(
            help="核查意见，可多次：未核查、属实、有合理原因、不成立、待研究、待重新确认"
            " / what the last verdict says: open, confirmed, justified, dismissed, undecided, to_confirm; repeatable"
        ),
    ],
    "min_score": Annotated[float | None, typer.Option(help="最低得分，0 至 1 / least score, 0 to 1")],
}
"""The fields of ``FindingFilters``, each with its option."""


def with_filters(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command these options beside its own; it gets their values, by the names of the fields, as ``stated``.

    Where the command has an option of such a name itself, that one stays.
    """
    own = {name: one for name, one in signature(function).parameters.items() if name != "stated"}
    added = [_parameter(name, option) for name, option in _FILTERS.items() if name not in own]

    @wraps(function, assigned=("__name__", "__doc__"))
    def command(**arguments: Any) -> None:
        stated = {parameter.name: arguments.pop(parameter.name) for parameter in added}
        function(**arguments, stated=stated)

    every = [*added, *(one.replace(kind=Parameter.KEYWORD_ONLY) for one in own.values())]
    needed_first = sorted(every, key=lambda parameter: parameter.default is not Parameter.empty)
    command.__signature__ = signature(function).replace(parameters=needed_first)  # type: ignore[attr-defined]
    return command


def _parameter(name: str, option: Any) -> Parameter:
    several = option.__origin__ == list[str]
    return Parameter(name, Parameter.KEYWORD_ONLY, default=[] if several else None, annotation=option)
