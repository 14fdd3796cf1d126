"""Services printed as paragraphs, without a table: a service for each number, or each name before a colon."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Paragraph
from dutygraph.ingest.lists.draft import ListDraft
from dutygraph.ingest.lists.kinds import section_kinds
from dutygraph.ingest.lists.sections.prose_lines import (
    ProseLine,
    has_header_words,
    is_remark,
    prose_line,
)
from dutygraph.ingest.numerals import chinese_to_int
from dutygraph.ingest.records import Service

_NAME = re.compile(r"(?P<name>[^：:。；;]{2,30})[：:](?P<rest>.*)", re.DOTALL)
_LAST_BRACKET = re.compile(r"[（(](?P<inner>[^（()）]{1,200})[）)][。；;]?$")
_STOPS = "。；;，, "
_LONGEST_NAME = 24
"""Characters of a name that stands alone in a line without number."""
_LONG_LABEL = 4
"""Characters; a shorter label (电话) may be the end of another word."""
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
    words = section_kinds()["services"].words
    if any(map(has_header_words, paragraphs)):
        for paragraph in paragraphs:
            draft.warn_unplaced(paragraph)
        return []
    printed = [prose_line(paragraph) for paragraph in paragraphs]
    told = [
        line
        for line in printed
        if not any(_labelled(line.text)) and is_remark(line, words["leads_in"], words["refers"])
    ]
    apart = set(map(id, told))
    rest = [line for line in printed if id(line) not in apart]
    top = next((line.style for line in rest if line.style), None)
    services: list[_Printed] = []
    for line in rest:
        parts = list(_labelled(line.text))
        if not parts and _opens(line, top, services):
            services.append(_opened(line))
        elif services and (parts or top is not None or not services[-1].texts.get("content")):
            _add(services[-1], line, parts)
        else:
            told.append(line)
    for line in told:
        draft.warn_unplaced(line.paragraph)
    return list(map(_service, services))


def _opens(line: ProseLine, top: object, services: Sequence[_Printed]) -> bool:
    """Whether a line begins a service: by its number, or where there are none by a name, alone or before a colon.

    Items below a label may be numbered like the services; they begin with 1 again.
    """
    if top is not None:
        above = services[-1] if services else None
        is_item = above is not None and not above.texts.get(above.open_role) and not _follows(line, above)
        return line.style == top and not (is_item and above and above.open_role in above.texts)
    return bool(_NAME.match(line.text)) or (
        len(line.text) <= _LONGEST_NAME and not line.text.endswith(tuple(_STOPS))
    )


def _follows(line: ProseLine, above: _Printed) -> bool:
    last, number = (chinese_to_int(one.number.strip("（()）")) for one in (above.first, line))
    return last is None or number is None or number == last + 1


def _opened(line: ProseLine) -> _Printed:
    """Return the service that a line begins: 查阅档案：…（承办科室：利用科，联系电话：…）."""
    service = _Printed(line)
    text = line.text
    bracket = _LAST_BRACKET.search(text)
    parts = list(_labelled(bracket["inner"])) if bracket else []
    if bracket and parts:
        text = text[: bracket.start()]
    named = _NAME.match(text)
    service.texts["name"] = named["name"] if named else text.rstrip(_STOPS)
    if named and named["rest"]:
        _add_parts(service, named["rest"])
    for role, value in parts:
        service.add(role, value)
    return service


def _add_parts(service: _Printed, text: str) -> None:
    """Add what stands behind a name: its content, and labelled parts from wherever the first of them stands."""
    label = _labels().search(folded(text))
    at = label.start() if label else len(text)
    if content := text[:at]:
        service.add("content", content)
    for role, value in _labelled(text[at:]):
        service.add(role, value)


def _add(service: _Printed, line: ProseLine, parts: Sequence[tuple[str, str]]) -> None:
    for role, value in parts:
        service.add(role, value)
    if not parts:
        service.add(service.open_role, line.paragraph.text)


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    """Yield the role and the text of each labelled part of a line that begins with a label: 承办科室：…；电话：…."""
    found = list(_labels().finditer(folded(text)))
    if not found or found[0].start("label") > 1:
        return
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=True):
        yield _roles()[match["label"]], text[match.end() : end].strip(_STOPS if end < len(text) else " ")


@cache
def _roles() -> dict[str, str]:
    columns = section_kinds()["services"].columns
    return {word: role for role in _LABELLED for word in columns[role]}


@cache
def _labels() -> re.Pattern[str]:
    """A label and its colon, behind a mark; a long label may stand where a blank was (供水科 咨询电话：…)."""
    words = sorted(map(re.escape, _roles()), key=len, reverse=True)
    long = "|".join(word for word in words if len(word) >= _LONG_LABEL)
    return re.compile(f"(?:^|[。；;，,、 （(【]|(?={long}))(?P<label>{'|'.join(words)})[】]?[：:]")


def _service(printed: _Printed) -> Service:
    texts = printed.texts
    content, handler, phone, remark = (texts.get(role) or None for role in _LABELLED)
    return Service(
        number=printed.first.number,
        name=texts["name"],
        content=content,
        handler=handler and handler.rstrip(_STOPS),
        phone=phone and phone.rstrip(_STOPS),
        remark=remark,
        locator=printed.first.locator,
    )
