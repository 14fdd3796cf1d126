"""Which of the bodies with lists a name means: rules from the strictest to the loosest, the first that fits one body.

The rules were drawn from the boundary tables of a real district, where one body goes by up to five names.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.names.body_words import BodyKey, body_words

_OFFICIAL = {"局", "委员会", "办公室"}
"""Kinds of bodies that change places in names: 发改委 for 发改局, 农业委员会 for 农业局."""
_SHORT_STEM = range(2, 4)
"""Characters of an abbreviation that the tables do not know."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A body with a list: its id, the key of its name, and the keys of its names in brackets."""

    id: str
    key: BodyKey
    other_keys: tuple[BodyKey, ...]

    @property
    def keys(self) -> tuple[BodyKey, ...]:
        """All names."""
        return (self.key, *self.other_keys)


_Rule = Callable[[BodyKey, Candidate], bool]


def find_listed(
    key: BodyKey, notes: Sequence[BodyKey], candidates: Sequence[Candidate], declared_by: str | None
) -> tuple[str | None, Bilingual | None]:
    """Return the id of the body that ``key`` names, and why.

    Of several namesakes it is the one that bears a name in ``notes``, the brackets of the printed name, else the
    declaring body. (None, reason) tells that several bodies answer to the name, (None, None) that
    none does.
    """
    for rule, reason in _RULES:
        fitting = [candidate for candidate in candidates if rule(key, candidate)]
        if len(fitting) == 1:
            return fitting[0].id, reason
        if fitting:
            return _among_namesakes(key, notes, fitting, declared_by)
    carrier = _carrier(key, candidates)
    return (carrier, _BY_FIELD) if carrier else (None, None)


def _among_namesakes(
    key: BodyKey, notes: Sequence[BodyKey], fitting: Sequence[Candidate], declared_by: str | None
) -> tuple[str | None, Bilingual]:
    noted = [c.id for c in fitting if any(_equal(note, other) for note in notes for other in c.other_keys)]
    if len(noted) == 1:
        return noted[0], _BY_OTHER_NAMES
    if any(candidate.id == declared_by for candidate in fitting):
        return declared_by, Bilingual(
            "几个部门同名，指发布本清单的一个", "several bodies bear the name; the one whose list this is"
        )
    carrier = _carrier(key, fitting)
    if carrier:
        return carrier, _BY_OTHER_NAMES
    return None, Bilingual("几个部门都可能，不能确定", "several bodies may be meant; none was chosen")


def _same_name(key: BodyKey, candidate: Candidate) -> bool:
    return _equal(key, candidate.key)


def _other_name(key: BodyKey, candidate: Candidate) -> bool:
    return any(_equal(key, other) for other in candidate.other_keys)


def _part_of_name(key: BodyKey, candidate: Candidate) -> bool:
    return any(key.kind == other.kind and _within(key, other) for other in candidate.keys)


def _same_stem(key: BodyKey, candidate: Candidate) -> bool:
    return any({key.kind, other.kind} <= _OFFICIAL and key.stem == other.stem for other in candidate.keys)


def _other_kind(key: BodyKey, candidate: Candidate) -> bool:
    return any({key.kind, other.kind} <= _OFFICIAL and _within(key, other) for other in candidate.keys)


def _initials(key: BodyKey, candidate: Candidate) -> bool:
    return (
        not key.known
        and len(key.stem) in _SHORT_STEM
        and any(key.kind == other.kind and _is_subsequence(key.stem, other.stem) for other in candidate.keys)
    )


def _shared_field(key: BodyKey, candidate: Candidate) -> bool:
    return key.known and key.kind in _OFFICIAL and bool(set(key.fields) & set(candidate.key.fields))


def _shared_other_field(key: BodyKey, candidate: Candidate) -> bool:
    fields = {field for other in candidate.other_keys for field in other.fields}
    return key.known and key.kind in _OFFICIAL and bool(set(key.fields) & fields)


def _carrier(key: BodyKey, candidates: Sequence[Candidate]) -> str | None:
    """Return the id of the one body that does the work the name stands for (body_words.yaml: carried_by)."""
    if key.kind not in _OFFICIAL:
        return None
    for field in key.fields:
        for other in body_words().carried_by.get(field, ()):
            fitting = [c.id for c in candidates if any(other in name.fields for name in c.keys)]
            if len(fitting) == 1:
                return fitting[0]
    return None


def _equal(key: BodyKey, other: BodyKey) -> bool:
    return key.kind == other.kind and key.stem == other.stem


def _within(key: BodyKey, other: BodyKey) -> bool:
    if key.known:
        ends = [field for field in other.fields if field.startswith(key.stem) or field.endswith(key.stem)]
        return bool(ends) or set(key.fields) <= set(other.fields)
    return len(key.stem) > 1 and key.stem in other.stem


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


_KIND_DIFFERS = Bilingual("名称相同，仅局、委、办之别", "same name but for 局, 委 or 办")
_BY_OTHER_NAMES = Bilingual(
    "几个部门同名，按括号内名称的领域区分", "several bodies bear the name; told apart by their other names"
)
_BY_FIELD = Bilingual("没有同名部门，按职能归口", "no body of that name; by the field of work it stands for")
_RULES: tuple[tuple[_Rule, Bilingual], ...] = (
    (_same_name, Bilingual("名称相同（简称已还原）", "same name, short forms written out")),
    (_other_name, Bilingual("与清单标题括号内的名称相同", "same as a name in brackets in the list's title")),
    (_part_of_name, Bilingual("是部门全称的一部分", "part of the body's full name")),
    (_same_stem, _KIND_DIFFERS),
    (_other_kind, _KIND_DIFFERS),
    (
        _initials,
        Bilingual("由部门全称中的字依次缩成", "abbreviated from characters of the full name, in order"),
    ),
    (
        _shared_field,
        Bilingual("合称中的一项与部门全称相同", "one part of a joint name is in the body's full name"),
    ),
    (
        _shared_other_field,
        Bilingual("合称中的一项与括号内的名称相同", "one part of a joint name is in a name in brackets"),
    ),
)
