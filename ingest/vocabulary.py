"""The words that name sections and columns, read once from ``vocabulary.yaml``."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from ingest.text import clean

NUMBER = r"(?:[（(]?\s*(?:[一二三四五六七八九十百]+|\d{1,3})\s*[）)]?\s*[、．.,，:：]?\s*)"
_HEADING_TAIL = re.compile(r"(?:登记表|一览表|情况表|汇总表|表)?[：:]?$")
_LEADING_NUMBER = re.compile(rf"^{NUMBER}")


@dataclass(frozen=True)
class Vocabulary:
    """Sections by heading, column roles by header text, and the words of titles."""

    headings: dict[str, str]
    columns: dict[str, dict[str, str]]
    targets: tuple[str, ...]
    first_headings: tuple[str, ...]
    usual_headings: tuple[str, ...]
    list_words: tuple[str, ...]
    body_words: tuple[str, ...]
    rule_words: tuple[str, ...]
    department_columns: frozenset[str]
    instruction_sheets: frozenset[str]
    nothing: frozenset[str]

    def section_of_heading(self, text: str) -> str | None:
        """Return the section that a paragraph opens (``二、与相关部门的职责边界登记表`` → 职责边界), or None."""
        bare = _LEADING_NUMBER.sub("", clean(text), count=1)
        if len(bare) > 24:
            return None
        return self.headings.get(_HEADING_TAIL.sub("", bare)) or self.headings.get(bare)

    @cached_property
    def header_words(self) -> frozenset[str]:
        """Every header text of any section."""
        return frozenset(word for roles in self.columns.values() for word in roles)

    def roles(self, header: list[str], section: str | None) -> tuple[str | None, list[str | None]]:
        """Return the section whose columns a header fits best, and the role of each column.

        A tie goes to ``section``, the one the table stands in. A header without any known word fits none.
        """
        texts = [clean(text) for text in header]
        fits = {name: sum(text in roles for text in texts) for name, roles in self.columns.items()}
        best = max(fits, key=lambda name: (fits[name], name == section))
        if not fits[best]:
            return section, [None] * len(texts)
        return best, [self.columns[best].get(text) for text in texts]


@cache
def vocabulary() -> Vocabulary:
    """Read ``vocabulary.yaml`` beside this module."""
    data = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    sections = data["sections"]
    return Vocabulary(
        headings={word: name for name, section in sections.items() for word in section["headings"]},
        columns={
            name: {word: role for role, words in section["columns"].items() for word in words}
            for name, section in sections.items()
        },
        targets=tuple(data["targets"]),
        first_headings=tuple(data["first_headings"]),
        usual_headings=tuple(data["usual_headings"]),
        list_words=tuple(sorted(data["titles"]["lists"], key=len, reverse=True)),
        body_words=tuple(data["titles"]["bodies"]),
        rule_words=tuple(data["titles"]["rules"]),
        department_columns=frozenset(data["department_columns"]),
        instruction_sheets=frozenset(data["instruction_sheets"]),
        nothing=frozenset(data["nothing"]),
    )
