"""The words in names of bodies: long forms of abbreviations, fields of work, and names that mean nobody in particular."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dutygraph.ingest.text import clean
from dutygraph.ingest.word_files import load_words

_KIND = re.compile(
    r"(办公室|办事处|委员会|管委会|代表大会常务委员会|联合会|人民政府|分局|局|厅|委|办|部门|部|院|中心|支队|大队|队|所|站|会|社|行|馆|室)$"
)
_LONG_KINDS = {"委": "委员会", "办": "办公室", "分局": "局"}
_AND = re.compile("[和与及、]")
_PAIR = 2
"""Number of fields that a name joins by 和 (商务和粮食局); more fields stand side by side."""
_SIDE_BRANCH = re.compile("局?分局$")


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The tables of body_words.yaml, ready to be looked up."""

    long_forms: dict[str, tuple[str, ...]]
    """Short or long form to the fields of work that it names."""
    same: dict[str, str]
    carried_by: dict[str, tuple[str, ...]]
    vague: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class BodyKey:
    """A body's name without region and level, in its long form: the fields of work it joins, and its kind."""

    fields: tuple[str, ...]
    kind: str
    in_vocabulary: bool
    """Whether every field is a word of the tables; otherwise the stem is one field, as printed."""

    def __str__(self) -> str:
        joint = "和" if len(self.fields) == _PAIR and "和" not in "".join(self.fields) else ""
        return joint.join(self.fields) + self.kind

    @property
    def stem(self) -> str:
        """The fields joined without 和, as names are compared."""
        return _AND.sub("", "".join(self.fields))


def is_vague(name: str) -> bool:
    """Return whether a printed name means nobody in particular: blank, 其他有关部门, 区直有关部门, 各相关单位."""
    bare = clean(name)
    return not bare or bool(body_words().vague.fullmatch(bare))


@lru_cache(maxsize=8192)
def read_key(name: str) -> BodyKey:
    """Return the key of a name without region and level: 发改局 becomes 发展和改革局."""
    stem, kind = _stem_and_kind(name)
    long_forms = body_words().long_forms
    parts = _split(_AND.sub("", stem), long_forms)
    if parts is None:
        return BodyKey((stem,), kind, False)
    fields = tuple(field for part in parts for field in long_forms[part])
    return BodyKey(fields, _LONG_KINDS.get(kind, kind), True)


def _stem_and_kind(name: str) -> tuple[str, str]:
    """Return what a body does and what kind of body it is, as printed: 发改 and 局."""
    name = _SIDE_BRANCH.sub("局", name)
    name = body_words().same.get(name, name)
    match = _KIND.search(name)
    kind = match[1] if match and match.start() else ""
    return name[: len(name) - len(kind)], kind


def _split(stem: str, long_forms: dict[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """Cut a stem into the words that it joins, longest match first; None if a part is not in ``long_forms``."""
    parts: list[str] = []
    longest = max(map(len, long_forms))
    while stem:
        word = next((stem[:n] for n in range(min(len(stem), longest), 1, -1) if stem[:n] in long_forms), None)
        if word is None:
            return None
        parts.append(word)
        stem = stem[len(word) :]
    return tuple(parts)


@cache
def body_words() -> BodyWords:
    """Read body_words.yaml beside this module."""
    data = load_words(Path(__file__).with_suffix(".yaml"))
    single: dict[str, tuple[str, ...]] = {word: (word,) for word in data["fields_of_work"]}
    forms = dict(single)
    for short, long in data["abbreviations"].items():
        bare = _AND.sub("", long)
        forms[short] = forms[bare] = _split(bare, single) or (long,)
    vague = data["vague"]
    return BodyWords(
        long_forms=forms,
        same=data["same"],
        carried_by={field: tuple(others) for field, others in data["carried_by"].items()},
        vague=re.compile(rf"(?:{'|'.join(vague['words'])})*(?:{'|'.join(vague['nouns'])})"),
    )
