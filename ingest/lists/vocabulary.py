"""The words of sections, columns, titles and bodies, put together from ``vocabulary.yaml`` and the kinds of lists."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import yaml

from dutygraph.ingest.lists.headings import read_heading
from dutygraph.ingest.lists.kinds import list_kinds, section_kinds
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.text import clean

NUMBER = rf"(?:[（(]?\s*(?:(?![零〇])[{ITEM_NUMERALS}]+|\d{{1,3}})\s*[）)]?\s*[、．.,，:：]?\s*)"


@dataclass(frozen=True)
class Vocabulary:
    """Column roles by header text, and the words of titles."""

    columns: dict[str, dict[str, str]]
    fills_row: frozenset[str]
    answers: frozenset[str]
    spans_rows: frozenset[str]
    list_words: tuple[str, ...]
    body_words: tuple[str, ...]
    rule_words: tuple[str, ...]
    department_columns: frozenset[str]
    stamp_labels: frozenset[str]
    title_scopes: tuple[str, ...]
    regions: tuple[str, ...]
    list_verbs: tuple[str, ...]
    instruction_sheets: frozenset[str]
    nothing: frozenset[str]

    def section_of_heading(self, text: str) -> str | None:
        """Return the section that a paragraph opens (``二、与相关部门的职责边界登记表`` → 职责边界), or None."""
        return read_heading(text).section

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
    """Return the words of this installation."""
    data = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    sections = section_kinds().values()
    titles = (word for kind in list_kinds().values() for word in kind.titles)
    return Vocabulary(
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
        department_columns=frozenset(data["department_columns"]),
        stamp_labels=frozenset([*data["department_columns"], *data["stamp_labels"]]),
        title_scopes=tuple(data["title_scopes"]),
        regions=tuple(data["regions"]),
        list_verbs=tuple(data["list_verbs"]),
        instruction_sheets=frozenset(data["instruction_sheets"]),
        nothing=frozenset(data["nothing"]),
    )
