"""Matching a name to one of the bodies with lists: by rules from the strictest to the loosest.

The rules were drawn from the boundary tables of a real district, where one body goes by up to five names.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.names.body_words import BodyKey, body_words

_OFFICIAL = {"局", "委员会", "办公室"}
"""Kinds of bodies that are printed for each other: 发改委 for 发改局, 农业委员会 for 农业局."""
_SHORT_STEM = range(2, 4)
"""Number of characters of an abbreviation that body_words.yaml does not list."""


@dataclass(frozen=True, slots=True)
class BodyCandidate:
    """A body with a list: its id, the key of its name, and the keys of the names in brackets behind it."""

    id: str
    key: BodyKey
    bracketed_keys: tuple[BodyKey, ...]

    @property
    def keys(self) -> tuple[BodyKey, ...]:
        """The keys of all its names."""
        return (self.key, *self.bracketed_keys)


_Rule = Callable[[BodyKey, BodyCandidate], bool]


def find_listed(
    key: BodyKey, notes: Sequence[BodyKey], candidates: Sequence[BodyCandidate], declared_by: str | None
) -> tuple[str | None, Bilingual | None]:
    """Return the id of the body that ``key`` names, and the reason for the choice.

    Among namesakes the body that also has a name in ``notes`` (the brackets of the printed name) is chosen, else the
    body with the id ``declared_by``. Returns (None, reason) when several bodies fit, and (None, None) when no body does.
    """
    for rule, reason in _RULES:
        fitting = [candidate for candidate in candidates if rule(key, candidate)]
        if len(fitting) == 1:
            return fitting[0].id, reason
        if fitting:
            return _among_namesakes(key, notes, fitting, declared_by)
    in_charge = _body_in_charge(key, candidates)
    return (in_charge, _BY_FIELD) if in_charge else (None, None)


def _among_namesakes(
    key: BodyKey, notes: Sequence[BodyKey], fitting: Sequence[BodyCandidate], declared_by: str | None
) -> tuple[str | None, Bilingual]:
    noted = [c.id for c in fitting if any(_equal(note, name) for note in notes for name in c.bracketed_keys)]
    if len(noted) == 1:
        return noted[0], _BY_BRACKETED_NAMES
    if any(candidate.id == declared_by for candidate in fitting):
        return declared_by, Bilingual(
            "几个部门同名，指发布本清单的一个", "several bodies bear the name; the one whose list this is"
        )
    in_charge = _body_in_charge(key, fitting)
    if in_charge:
        return in_charge, _BY_BRACKETED_NAMES
    return None, Bilingual("几个部门都可能，不能确定", "several bodies may be meant; none was chosen")


def _same_name(key: BodyKey, candidate: BodyCandidate) -> bool:
    return _equal(key, candidate.key)


def _bracketed_name(key: BodyKey, candidate: BodyCandidate) -> bool:
    return any(_equal(key, name) for name in candidate.bracketed_keys)


def _part_of_name(key: BodyKey, candidate: BodyCandidate) -> bool:
    return any(key.kind == name.kind and _within(key, name) for name in candidate.keys)


def _same_stem_with_official_kind(key: BodyKey, candidate: BodyCandidate) -> bool:
    return any({key.kind, name.kind} <= _OFFICIAL and key.stem == name.stem for name in candidate.keys)


def _part_with_official_kind(key: BodyKey, candidate: BodyCandidate) -> bool:
    return any({key.kind, name.kind} <= _OFFICIAL and _within(key, name) for name in candidate.keys)


def _initials(key: BodyKey, candidate: BodyCandidate) -> bool:
    return (
        not key.in_vocabulary
        and len(key.stem) in _SHORT_STEM
        and any(key.kind == name.kind and _is_subsequence(key.stem, name.stem) for name in candidate.keys)
    )


def _shared_field(key: BodyKey, candidate: BodyCandidate) -> bool:
    return key.in_vocabulary and key.kind in _OFFICIAL and bool(set(key.fields) & set(candidate.key.fields))


def _shared_bracketed_field(key: BodyKey, candidate: BodyCandidate) -> bool:
    fields = {field for name in candidate.bracketed_keys for field in name.fields}
    return key.in_vocabulary and key.kind in _OFFICIAL and bool(set(key.fields) & fields)


def _body_in_charge(key: BodyKey, candidates: Sequence[BodyCandidate]) -> str | None:
    """Return the id of the only body in charge of a field of work in the name (body_words.yaml: carried_by), or None."""
    if key.kind not in _OFFICIAL:
        return None
    for field in key.fields:
        for carrying_field in body_words().carried_by.get(field, ()):
            fitting = [c.id for c in candidates if any(carrying_field in name.fields for name in c.keys)]
            if len(fitting) == 1:
                return fitting[0]
    return None


def _equal(left: BodyKey, right: BodyKey) -> bool:
    return left.kind == right.kind and left.stem == right.stem


def _within(part: BodyKey, whole: BodyKey) -> bool:
    """Return whether the fields of ``part`` are among those of ``whole``, whatever kind of body each is."""
    if part.in_vocabulary:
        ends = [field for field in whole.fields if field.startswith(part.stem) or field.endswith(part.stem)]
        return bool(ends) or set(part.fields) <= set(whole.fields)
    return len(part.stem) > 1 and part.stem in whole.stem


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


_KIND_DIFFERS = Bilingual("名称相同，仅局、委、办之别", "same name but for 局, 委 or 办")
_BY_BRACKETED_NAMES = Bilingual(
    "几个部门同名，按括号内名称的领域区分", "several bodies bear the name; told apart by their other names"
)
_BY_FIELD = Bilingual("没有同名部门，按职能归口", "no body of that name; by the field of work it stands for")
_RULES: tuple[tuple[_Rule, Bilingual], ...] = (
    (_same_name, Bilingual("名称相同（简称已还原）", "same name, short forms written out")),
    (
        _bracketed_name,
        Bilingual("与清单标题括号内的名称相同", "same as a name in brackets in the list's title"),
    ),
    (_part_of_name, Bilingual("是部门全称的一部分", "part of the body's full name")),
    (_same_stem_with_official_kind, _KIND_DIFFERS),
    (_part_with_official_kind, _KIND_DIFFERS),
    (
        _initials,
        Bilingual("由部门全称中的字依次缩成", "abbreviated from characters of the full name, in order"),
    ),
    (
        _shared_field,
        Bilingual("合称中的一项与部门全称相同", "one part of a joint name is in the body's full name"),
    ),
    (
        _shared_bracketed_field,
        Bilingual("合称中的一项与括号内的名称相同", "one part of a joint name is in a name in brackets"),
    ),
)
