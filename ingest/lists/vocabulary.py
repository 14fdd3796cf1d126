"""The words of sections, columns, titles and bodies, put together from ``vocabulary.yaml`` and the kinds of lists."""

import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from dutygraph.ingest.characters import Words, folded
from dutygraph.ingest.lists.kinds import list_kinds, section_kinds
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.text import clean

NUMBER = rf"(?:[（(]?\s*(?:(?![零〇])[{ITEM_NUMERALS}]+|\d{{1,3}})\s*[）)]?\s*[、．.,，:：]?\s*)"
_HEADING_TAIL = re.compile(r"(?:登记表|一览表|情况表|汇总表|表)?[：:]?$")
_LEADING_NUMBER = re.compile(rf"^{NUMBER}")
_LONGEST_HEADING = 24


@dataclass(frozen=True)
class Vocabulary:
    """Sections by heading, column roles by header text, and the words of titles."""

    headings: dict[str, str]
    columns: dict[str, dict[str, str]]
    fills_row: frozenset[str]
    answers: frozenset[str]
    spans_rows: frozenset[str]
    list_words: tuple[str, ...]
    body_words: tuple[str, ...]
    rule_words: tuple[str, ...]
    department_columns: frozenset[str]
    instruction_sheets: frozenset[str]
    nothing: frozenset[str]

    def section_of_heading(self, text: str) -> str | None:
        """Return the section that a paragraph opens (``二、与相关部门的职责边界登记表`` → 职责边界), or None."""
        bare = _LEADING_NUMBER.sub("", folded(clean(text)), count=1)
        if len(bare) > _LONGEST_HEADING:
            return None
        return self.headings.get(_HEADING_TAIL.sub("", bare)) or self.headings.get(bare)

    @cached_property
    def header_words(self) -> frozenset[str]:
        """Every header text of any section."""
        return Words(word for roles in self.columns.values() for word in roles)

    def roles(self, header: list[str], section: str | None) -> tuple[str | None, list[str | None]]:
        """Return the section whose columns a header fits best, and the role of each column.

        A tie goes to ``section``, the one the table stands in. A header without any known word fits none.
        """
        texts = [folded(clean(text)) for text in header]
        fits = {name: sum(text in roles for text in texts) for name, roles in self.columns.items()}
        best = max(fits, key=lambda name: (fits[name], name == section))
        if not fits[best]:
            return section, [None] * len(texts)
        return best, [self.columns[best].get(text) for text in texts]


@cache
def vocabulary() -> Vocabulary:
    """Return the words of this installation."""
    data = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    sections = section_kinds().values()
    titles = (word for kind in list_kinds().values() for word in kind.titles)
    return Vocabulary(
        headings={word: section.name for section in sections for word in section.headings},
        columns={
            section.name: {word: role for role, words in section.columns.items() for word in words}
            for section in sections
        },
        fills_row=frozenset(role for section in sections for role in section.fills_row),
        answers=frozenset(role for section in sections for role in section.answers),
        spans_rows=frozenset(role for section in sections for role in section.spans_rows),
        list_words=tuple(sorted(titles, key=len, reverse=True)),
        body_words=tuple(data["bodies"]),
        rule_words=section_kinds()["rules"].words["titles"],
        department_columns=Words(data["department_columns"]),
        instruction_sheets=Words(data["instruction_sheets"]),
        nothing=Words(data["nothing"]),
    )
