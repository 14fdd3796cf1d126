"""Services printed as paragraphs, without a table: a service for each number, or each name before a colon."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dutygraph.ingest.document import Paragraph
from dutygraph.ingest.lists.draft import ListDraft
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.sections.labels import STOPS, first_label, labelled
from dutygraph.ingest.lists.sections.prose_lines import ProseLine, content_and_remarks
from dutygraph.ingest.numerals import value_of_number
from dutygraph.ingest.records import Service

_NAME = re.compile(r"(?P<name>[^：:。；;]{2,30})[：:](?P<rest>.*)", re.DOTALL)
_LAST_BRACKET = re.compile(r"[（(](?P<inner>[^（()）]{1,200})[）)][。；;]?$")
_LONGEST_NAME = 24
"""Characters of a name that stands alone in a line without number."""
_LABELLED = ("content", "handler", "phone", "remark")


@dataclass(slots=True)
class _Printed:
    """A service while its lines are read: the texts of its roles, and the role that the next line goes on with."""

    first: ProseLine
    texts: dict[str, str] = field(default_factory=dict)
    open_role: str = "content"

    def add(self, role: str, text: str) -> None:
        self.texts[role] = self.texts.get(role, "") + text
        self.open_role = role


def read_prose(paragraphs: Sequence[Paragraph], draft: ListDraft) -> list[Service]:
    """Return the services of the paragraphs under a heading of services; what belongs to none becomes warnings."""
    lines, unplaced = content_and_remarks(paragraphs, section_kinds()["services"], _LABELLED)
    top = next((line.style for line in lines if line.style), None)
    services: list[_Printed] = []
    for line in lines:
        parts = _parts(line.text)
        if not parts and _opens(line, top, services):
            services.append(_opened(line))
        elif services and (parts or top is not None or not services[-1].texts.get("content")):
            _add(services[-1], line, parts)
        else:
            unplaced.append(line)
    for line in unplaced:
        draft.warn_unplaced(line.paragraph)
    return list(map(_service, services))


def _parts(text: str) -> list[tuple[str, str]]:
    return list(labelled(text, "services", _LABELLED))


def _opens(line: ProseLine, top: object, services: Sequence[_Printed]) -> bool:
    """Whether a line begins a service: by its number, or where there are none by a name, alone or before a colon.

    Items below a label may be numbered like the services; they begin with 1 again.
    """
    if top is not None:
        above = services[-1] if services else None
        is_item = above is not None and not above.texts.get(above.open_role) and not _follows(line, above)
        return line.style == top and not (is_item and above and above.open_role in above.texts)
    return bool(_NAME.match(line.text)) or (
        len(line.text) <= _LONGEST_NAME and not line.text.endswith(tuple(STOPS))
    )


def _follows(line: ProseLine, above: _Printed) -> bool:
    last, number = value_of_number(above.first.number), value_of_number(line.number)
    return last is None or number is None or number == last + 1


def _opened(line: ProseLine) -> _Printed:
    """Return the service that a line begins: 查阅档案：…（承办科室：利用科，联系电话：…）."""
    service = _Printed(line)
    text = line.text
    bracket = _LAST_BRACKET.search(text)
    parts = _parts(bracket["inner"]) if bracket else []
    if bracket and parts:
        text = text[: bracket.start()]
    named = _NAME.match(text)
    label = first_label(text, "services", _LABELLED)
    if named and not (label and label < named.end("name")):
        name, rest = named["name"], named["rest"]
    else:
        name, rest = text[:label], text[label:] if label else ""
    service.texts["name"] = name.rstrip(STOPS)
    if rest:
        _add_parts(service, rest)
    for role, value in parts:
        service.add(role, value)
    return service


def _add_parts(service: _Printed, text: str) -> None:
    """Add what stands behind a name: its content, and labelled parts from wherever the first of them stands."""
    label = first_label(text, "services", _LABELLED)
    at = len(text) if label is None else label
    if content := text[:at]:
        service.add("content", content)
    for role, value in _parts(text[at:]):
        service.add(role, value)


def _add(service: _Printed, line: ProseLine, parts: Sequence[tuple[str, str]]) -> None:
    for role, value in parts:
        service.add(role, value)
    if not parts:
        service.add(service.open_role, line.paragraph.text)


def _service(printed: _Printed) -> Service:
    texts = printed.texts
    content, handler, phone, remark = (texts.get(role) or None for role in _LABELLED)
    return Service(
        number=printed.first.number,
        name=texts["name"],
        content=content,
        handler=handler and handler.rstrip(STOPS),
        phone=phone and phone.rstrip(STOPS),
        remark=remark,
        locator=printed.first.locator,
    )
