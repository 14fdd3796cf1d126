"""Divisions whose text names a body that it cannot mean: another party as the actor, or its own body as the partner."""

import re
from collections.abc import Iterator

from dutygraph.graph.analysis.boundaries.declared_matters import DeclaredMatter, Division, RegionTexts
from dutygraph.graph.model import Edge, Ref
from dutygraph.ingest.names.body_names import read_name
from dutygraph.ingest.names.body_words import read_key

_KINDS = "局|委|办|办公室|委员会|大队|支队|中心|联合会|(?:行政)?(?:主管)?部门"
_ACTS = re.compile(
    rf"(?:^|[。；;\n]|(?<=由))\s*由?(?P<name>[一-鿿]{{2,14}}?(?:{_KINDS}))(?=负责|牵头|承担|组织|主管)"
)
"""金融办负责…… at the beginning of a sentence."""

_HELPS = re.compile(
    rf"(?:会同|配合|协助|联合)(?P<name>(?:[省市区县])?[一-鿿]{{2,12}}?)(?P<kind>{_KINDS}|等(?:有关|相关)?部门)"
)
"""会同区财政局, 会同卫生等部门."""

_DEPARTMENT = re.compile(r"(?:行政)?(?:主管)?部门$")


def misplaced_names(region: RegionTexts) -> Iterator[Edge]:
    """Yield a NAMES edge from a division to each body that its text names in a role that the body cannot have.

    The property ``role`` is ``actor`` for another party of the matter that the text makes the actor, and ``partner`` for
    the body of the division when the text makes it its own partner. Both suggest that the text is in the wrong row.
    """
    for matter in region.matters:
        for division in matter.divisions:
            for role, printed, body in [*_actors(division, matter), *_partners(division)]:
                yield Edge(
                    "NAMES",
                    Ref("Division", division.id),
                    Ref("Department", body),
                    {"role": role, "printed": printed},
                )


def _actors(division: Division, matter: DeclaredMatter) -> Iterator[tuple[str, str, str]]:
    others = {
        field_of(body.printed): body.id
        for row in matter.divisions
        for body in row.bodies
        if not body.vague and body.id not in division.body_ids
    }
    printed = {match["name"] for match in _ACTS.finditer(division.text)}
    if not any(field_of(name) == field_of(body.printed) for name in printed for body in division.bodies):
        yield from (
            ("actor", name, others[field_of(name)]) for name in sorted(printed) if field_of(name) in others
        )


def _partners(division: Division) -> Iterator[tuple[str, str, str]]:
    helped = {
        field_of(match["name"] + _kind(match["kind"])): match[0] for match in _HELPS.finditer(division.text)
    }
    for body in division.bodies:
        if not body.vague and (printed := helped.get(field_of(body.printed))):
            yield "partner", printed, body.id


def _kind(printed: str) -> str:
    return "" if printed.startswith("等") else printed


def field_of(printed: str) -> str:
    """Return the field of work that a printed name stands for: 区住建局 and 住建部门 have the same."""
    name = _DEPARTMENT.sub("", read_name(printed, None).rest)
    key, office = read_key(name), read_key(f"{name}局")
    return key.stem if key.kind and not office.in_vocabulary else office.stem
