"""The addresses of views: a view is all in its address, and every step leads to another one."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from urllib.parse import urlencode

from dutygraph.queries.explore.models import STEP, ViewRequest

_FROM = 12
"""So many nodes of a finding or topic are put on the canvas."""


def address(wanted: ViewRequest) -> str:
    """Return the address of a view; what is empty is left out."""
    values = {name: 1 if value is True else value for name, value in asdict(wanted).items() if value}
    return f"/explore?{urlencode(values, doseq=True)}" if values else "/explore"


def from_here(ids: str | Sequence[str]) -> str:
    """Return the address of a view that begins with a node, opened, or with the first of several."""
    nodes = (ids,) if isinstance(ids, str) else tuple(dict.fromkeys(ids))[:_FROM]
    return address(ViewRequest(node=nodes, open=nodes if len(nodes) == 1 else ()))


def opened(wanted: ViewRequest, node: str) -> ViewRequest:
    """Return the view with a node opened: its neighbours in numbers."""
    return replace(wanted, open=(*wanted.open, node))


def closed(wanted: ViewRequest, key: str) -> ViewRequest:
    """Return the view with a node or group closed."""
    return replace(wanted, open=_without(wanted.open, key))


def with_more(wanted: ViewRequest, group: str) -> ViewRequest:
    """Return the view with the first neighbours of a group, or more of them."""
    return replace(wanted, open=(*_without(wanted.open, group), f"{wanted.shown(group) + STEP}|{group}"))


def begun(wanted: ViewRequest, node: str) -> ViewRequest:
    """Return the view with another node put on the canvas, opened; what is on it stays."""
    return replace(
        wanted,
        node=(*(one for one in wanted.node if one != node), node),
        open=(*_without(wanted.open, node), node),
    )


def removed(wanted: ViewRequest, node: str) -> ViewRequest:
    """Return the view without a node that was put there."""
    rest = tuple(one for one in wanted.node if one != node)
    return replace(closed(wanted, node), node=rest, pin=tuple(pin for pin in wanted.pin if _of(pin) != node))


def switched(wanted: ViewRequest, label: str) -> ViewRequest:
    """Return the view with a kind hidden, or shown again."""
    hidden = wanted.hide
    return replace(
        wanted, hide=tuple(one for one in hidden if one != label) if label in hidden else (*hidden, label)
    )


def _without(open_: Sequence[str], key: str) -> tuple[str, ...]:
    return tuple(
        one for one in open_ if one != key and not (_of(one) == key and one.partition("|")[0].isdecimal())
    )


def _of(entry: str) -> str:
    return entry.partition("|")[2]
