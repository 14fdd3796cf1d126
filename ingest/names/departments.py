"""Resolving printed names to departments, with a list of their own or only mentioned.

A resolution depends on the name, the region of the list that prints it, and the bodies that have lists, but not on the
order of reading. It carries the rule that led to it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.names.body_matching import BodyCandidate, find_listed
from dutygraph.ingest.names.body_names import (
    BodyLevel,
    BodyName,
    full_name,
    read_name,
    short_name,
    split_bodies,
)
from dutygraph.ingest.names.body_words import BodyKey, is_vague, read_key
from dutygraph.ingest.names.regions import Region

UNKNOWN = "unknown"
"""In place of the region code in the id of a body whose region is not known.

Lists without a region have a code of their own that begins with it, so that those of two documents are never taken for
lists of one region.
"""
_SELF = re.compile(r"[本我](?:局|委|办|院|馆|中心|部门|单位|机关|行|队|会)")


@dataclass(frozen=True, slots=True)
class ListedBody:
    """A body with a list of its own: its name and the names in brackets as in the list's title, and its region.

    ``outside`` is used in place of the region code when ``region`` is None.
    """

    name: str
    also_known_as: tuple[str, ...]
    region: Region | None
    outside: str = UNKNOWN


@dataclass(frozen=True, slots=True)
class Resolution:
    """The body that a printed name means.

    ``id`` is ``{region code or its placeholder}:{key}``; ``key`` is the name without region and level, in its long form;
    ``name`` is as printed with its place in front, unique within the region, and ``short`` is without the place; ``region``
    is the region code, None if unknown.
    """

    id: str
    key: str
    name: str
    short: str
    level: BodyLevel | None
    region: str | None
    listed: bool
    vague: bool
    printed: str
    reason: Bilingual


class Resolver:
    """Resolves the names that the lists of one region print."""

    def __init__(self, region: Region | None, listed: Sequence[ListedBody], outside: str = UNKNOWN) -> None:
        """Take the region of the lists, and the bodies with lists in it and in other regions, in any order.

        ``outside`` is used in place of the region code in the ids of bodies whose region is not known.
        """
        self._home = region
        self._outside = outside
        self._listed = {listed_id(body): body for body in sorted(listed, key=_by_fullest_name)}
        self._candidates: dict[str | None, list[BodyCandidate]] = defaultdict(list)
        for body_id, body in sorted(self._listed.items(), key=lambda item: item[0]):
            self._candidates[_code(body.region)].append(_candidate(body_id, body))
        self._namesakes = Counter((body.region, _plain_name(body)) for body in self._listed.values())

    def listed(self, body_id: str) -> Resolution:
        """Return the resolution of the listed body with this id. Raises KeyError if there is none."""
        reason = Bilingual("清单的发布部门", "the body that publishes the list")
        return self._listed_body(body_id, self._listed[body_id].name, reason)

    def resolve(self, printed: str, declared_by: str | None = None) -> list[Resolution]:
        """Return the bodies that a cell names, in order; [] for a blank cell.

        ``declared_by`` is the id of the body whose list prints the cell: 本局 means it, and it is preferred to namesakes.
        """
        return [self._resolve_name(name, declared_by) for name in split_bodies(printed)]

    def _resolve_name(self, printed: str, declared_by: str | None) -> Resolution:
        if declared_by in self._listed and _SELF.fullmatch(printed):
            return self._listed_body(declared_by, printed, Bilingual("指本部门", "the declaring body itself"))
        if is_vague(printed):
            return self._vague(printed)
        name = read_name(printed, self._home)
        key = read_key(name.rest)
        notes = [read_key(read_name(note, self._home).rest) for note in name.notes]
        body_id, reason = find_listed(key, notes, self._candidates.get(_code(name.region), ()), declared_by)
        if body_id and reason:
            return self._listed_body(body_id, printed, reason)
        return self._mentioned(name, key, reason or _unlisted(name))

    def _listed_body(self, body_id: str, printed: str, reason: Bilingual) -> Resolution:
        body = self._listed[body_id]
        name = _plain_name(body)
        if self._namesakes[body.region, name] > 1 and body.also_known_as:
            name += f"（{'、'.join(body.also_known_as)}）"
        level = body.region.level if body.region else None
        key = body_id.partition(":")[2]
        short = short_name(name, body.region) if body.region else name
        return Resolution(body_id, key, name, short, level, _code(body.region), True, False, printed, reason)

    def _vague(self, printed: str) -> Resolution:
        region = self._home
        reason = Bilingual("没有写明是哪个部门", "the name does not say which body")
        level = region.level if region else None
        id_ = _id(region, printed, self._outside)
        return Resolution(id_, printed, printed, printed, level, _code(region), False, True, printed, reason)

    def _mentioned(self, name: BodyName, key: BodyKey, reason: Bilingual) -> Resolution:
        region = name.region
        canonical = full_name(name.printed, region) if region and not name.is_national else name.printed
        short = short_name(canonical, region) if region else canonical
        id_ = _id(region, str(key) if region else name.printed, self._outside)
        return Resolution(
            id_, str(key), canonical, short, name.level, _code(region), False, False, name.printed, reason
        )


def listed_id(body: ListedBody) -> str:
    """Return the id of a body with a list; it includes the names in brackets, so namesakes have different ids."""
    names = (body.name, *sorted(body.also_known_as))
    key, *others = (str(read_key(read_name(name, body.region).rest)) for name in names)
    return _id(body.region, key + (f"（{'、'.join(others)}）" if others else ""), body.outside)


def regions_named(printed: str, home: Region | None) -> set[str]:
    """Return the codes of the regions whose bodies a cell in a list of the region ``home`` may name."""
    regions = (read_name(name, home).region for name in split_bodies(printed))
    return {region.code for region in regions if region}


def region_of(body_id: str) -> str:
    """Return the code of the region of a body, or its placeholder, by the body's id."""
    return body_id.partition(":")[0]


def _candidate(body_id: str, body: ListedBody) -> BodyCandidate:
    key, *others = (read_key(read_name(name, body.region).rest) for name in (body.name, *body.also_known_as))
    return BodyCandidate(body_id, key, tuple(others))


def _by_fullest_name(body: ListedBody) -> tuple[int, str, tuple[str, ...]]:
    """Return a sort key by which the fuller of two spellings of a body comes last, and overwrites the other."""
    return len(body.name), body.name, body.also_known_as


def _plain_name(body: ListedBody) -> str:
    """Return the name as in the title, with the region in front where the title leaves it out (县政府办公室)."""
    region = body.region
    if region is None or body.name.startswith((region.full_name, *(one.name for one in region.chain))):
        return body.name
    return full_name(body.name, region)


def _unlisted(name: BodyName) -> Bilingual:
    if name.region is None:
        return Bilingual("不知道属于哪个行政区划", "its region is not known")
    return Bilingual(
        f"{name.region.name}没有这个部门的清单，按名称登记",
        f"no list of {name.region.name} is by such a body; kept by its name",
    )


def _id(region: Region | None, key: str, outside: str) -> str:
    return f"{_code(region) or outside}:{key}"


def _code(region: Region | None) -> str | None:
    return region.code if region else None
