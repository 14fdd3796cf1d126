"""Findings and topics as the graph holds them, in the form of this version of the program or of an older one."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from dutygraph.graph.store.graph_store import Transaction
from dutygraph.graph.store.values import Row
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import OutdatedFindingsError
from dutygraph.queries.findings.models import Finding, Topic

Stored = TypeVar("Stored", bound=BaseModel)

_NO_TEXT = {"zh": "", "en": ""}
_BLANKS: Mapping[str, Any] = {
    "kind": "", "class": "possible", "severity": "low", "score": 0.0, "sentence": _NO_TEXT, "title": _NO_TEXT,
    "parts": [], "departments": [], "nodes": [], "pairs": [], "options": [], "kinds": [], "findings": [], "matters": [],
    "declared": None, "boundary": None, "verdict": None,
    "role": "", "id": "", "department": "", "text": "", "source": "", "locator": {},
}  # fmt: skip
"""What stands where an older version kept nothing, or what this one does not know."""
_UNKNOWN = ("extra_forbidden", "unexpected_keyword_argument")


def from_payload(model: type[Stored], payload: str) -> Stored:
    """Return what the graph holds of a finding or topic. Raises OutdatedFindingsError for an older version's."""
    try:
        return model.model_validate_json(payload)
    except ValidationError as error:
        raise OutdatedFindingsError from error


def from_any_payload(model: type[Stored], id_: str, payload: str) -> Stored:
    """Return what the graph holds of a finding or topic (id), whichever version has stored it.

    What this version does not know is left out, and what it lacks is blank: enough to tell what a verdict was given on.
    """
    fields = {**json.loads(payload), "id": id_}
    for whole in (False, True):  # a part of a field is mended, and where that does not do, the field
        try:
            return model.model_validate(fields)
        except ValidationError as error:
            for mistake in sorted(error.errors(), key=lambda one: -len(one["loc"])):
                place = mistake["loc"][:1] if whole else mistake["loc"]
                _mend(fields, place, unknown=mistake["type"] in _UNKNOWN)
    return model.model_validate(fields)


def keep_in_form(tx: Transaction, judged: Iterable[Finding | Topic], stored: Mapping[str, Row]) -> None:
    """Write what is kept for its verdicts in the form of this version, where the ``stored`` rows have it in another."""
    payloads = ((one.id, one.model_dump_json()) for one in judged)
    rows = [{"id": id_, "payload": text} for id_, text in payloads if text != stored[id_]["payload"]]
    tx.run(cypher("keep_payloads"), {"rows": rows})


def _mend(fields: dict[str, Any], place: tuple[int | str, ...], *, unknown: bool) -> None:
    """Blank the innermost field at a place, or leave it to its default; take it away where it is unknown."""
    end = max(number for number, name in enumerate(place) if isinstance(name, str))
    inner: Any = fields
    for name in place[:end]:
        inner = inner[name]
    inner.pop(place[end], None)
    if not unknown and place[end] in _BLANKS:
        inner[place[end]] = _BLANKS[str(place[end])]
    if place[end] == "nodes":
        inner["pairs"] = []  # which count the nodes
