"""Labelled parts of running text: 承办科室：利用科；联系电话：5550101, with the headers of a section's columns as labels."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from dutygraph.ingest.characters import folded
from dutygraph.ingest.lists.kinds import section_kinds

STOPS = "。；;，, "
_LAST_BRACKET = re.compile(r"[（(](?P<inner>[^（()）]{4,60})[）)][。；;]?$")
_LONG = 4
"""Characters; a shorter label (电话) may be the end of another word."""
Roles = tuple[str, ...]


def first_label(text: str, section: str, roles: Roles) -> int | None:
    """Return where in a cleaned text the first label of one of the roles of a section begins, None without one."""
    found = _labels(section, roles).search(folded(text))
    return found.start() if found else None


def labelled(text: str, section: str, roles: Roles) -> Iterator[tuple[str, str]]:
    """Yield the role and the text of each labelled part of a line that begins with a label: 承办科室：…；电话：…."""
    found = list(_labels(section, roles).finditer(folded(text)))
    if not found or found[0].start("label") > 1:
        return
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=True):
        value = text[match.end() : end].strip(STOPS if end < len(text) else " ")
        yield _roles(section, roles)[match["label"]], value


def without_office(text: str) -> tuple[str, str | None]:
    """Return a task without the office in a bracket at its end (（责任科室：社区科）), and the office; None without one."""
    bracket = _LAST_BRACKET.search(text)
    parts = list(labelled(bracket["inner"], "duties", ("office",))) if bracket else []
    return (text[: bracket.start()], parts[0][1]) if bracket and len(parts) == 1 else (text, None)


@cache
def _roles(section: str, roles: Roles) -> Mapping[str, str]:
    columns = section_kinds()[section].columns
    return {word: role for role in roles for word in columns[role]}


@cache
def _labels(section: str, roles: Roles) -> re.Pattern[str]:
    """A label and its colon, behind a mark; a long label may stand where a blank was (供水科 咨询电话：…)."""
    words = sorted(map(re.escape, _roles(section, roles)), key=len, reverse=True)
    long = "|".join(word for word in words if len(word) >= _LONG)
    return re.compile(f"(?:^|[。；;，,、 （(【]|(?={long}))(?P<label>{'|'.join(words)})[】]?[：:]")
