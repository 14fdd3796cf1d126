"""The words of sections, columns, titles and bodies, put together from ``vocabulary.yaml`` and the kinds of lists."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from dutygraph.ingest.characters import Words, folded
from dutygraph.ingest.lists.header_words import LONGEST_HEADER, without_brackets
from dutygraph.ingest.lists.kinds import list_kinds, section_kinds
from dutygraph.ingest.lists.section_header import SectionHeader, StatedColumn, section_header
from dutygraph.ingest.numerals import ITEM_NUMERALS
from dutygraph.ingest.text import clean, is_filler
from dutygraph.ingest.word_files import load_words

NUMBER = rf"(?:[（(]?\s*(?:(?![零〇])[{ITEM_NUMERALS}]+|\d{{1,3}})\s*[）)]?\s*[、．.,，:：]?\s*)"
_NUMBER = re.compile(NUMBER)
_AROUND_NOTHING = "（）()【】[]“”。；;．. "
_LONGEST_NOTHING = 60
"""Characters of a row that says nothing in each of its cells."""
_STATED: ContextVar[tuple[StatedColumn, ...]] = ContextVar("stated columns", default=())


@dataclass(frozen=True, eq=False)  # compared by identity, so that its answers can be cached
class Vocabulary:
    """Columns by header text, and the words of titles."""

    headers: dict[str, SectionHeader]
    fills_row: frozenset[str]
    answers: frozenset[str]
    spans_rows: frozenset[str]
    list_words: tuple[str, ...]
    body_words: tuple[str, ...]
    title_bodies: tuple[str, ...]
    places: tuple[str, ...]
    office_words: tuple[str, ...]
    rule_words: tuple[str, ...]
    department_columns: frozenset[str]
    responsible_columns: frozenset[str]
    other_columns: tuple[str, ...]
    beside_columns: frozenset[str]
    questions: tuple[str, ...]
    stamp_labels: frozenset[str]
    title_scopes: tuple[str, ...]
    regions: tuple[str, ...]
    zones: tuple[str, ...]
    list_verbs: tuple[str, ...]
    instruction_sheets: frozenset[str]
    index_sheets: frozenset[str]
    nothing: frozenset[str]

    @cached_property
    def columns(self) -> dict[str, dict[str, str]]:
        """By section, the role of each header text."""
        return {name: header.words for name, header in self.headers.items()}

    @cached_property
    def header_words(self) -> frozenset[str]:
        """Every header text of any section."""
        return Words(word for roles in self.columns.values() for word in roles)

    def names_column(self, text: str) -> bool:
        """Say whether a cleaned text is a header of some section, also a longer one found by its core."""
        if text in self.header_words or len(text) > LONGEST_HEADER:
            return text in self.header_words
        return any(header.knows(folded(text)) for header in self.headers.values())

    def stands_beside(self, header: str, section: str) -> bool:
        """Say whether a cleaned header is that of a column whose texts belong to no section: 追责情形, 办理流程."""
        bare = without_brackets(header)
        return bare in self.beside_columns and bare not in self.columns.get(section, {})

    def count_headers(self, texts: Sequence[str]) -> int:
        """Return how many cleaned texts are headers; 0 unless one is a known word as it stands or but for a bracket."""
        texts = [folded(text) for text in texts]
        if self.header_words.isdisjoint(texts) and self.header_words.isdisjoint(map(without_brackets, texts)):
            return 0
        return sum(map(self.names_column, texts))

    def says_nothing(self, texts: Sequence[str]) -> bool:
        """Say whether cleaned texts only tell that there is nothing (1, （无）, /), at least one of them in words."""
        if sum(map(len, texts)) > _LONGEST_NOTHING:
            return False
        has_word = False
        for text in texts:
            bare = text.strip(_AROUND_NOTHING)
            if not is_filler(bare) and not _NUMBER.fullmatch(text):
                if bare not in self.nothing:
                    return False
                has_word = True
        return has_word

    def is_header(self, texts: Sequence[str], fewest: int) -> bool:
        """Say whether cleaned texts are a header: ``fewest`` or more are header words, and half of the filled ones."""
        filled = [text for text in texts if text]
        count = self.count_headers(filled)
        return count >= fewest and count * 2 >= len(filled)

    def names_part(self, text: str) -> bool:
        """Say whether a cleaned text is a header that names a party and its part (牵头部门职责), no other one."""
        simple = folded(text)
        return text not in self.header_words and any(own.names_part(simple) for own in self.headers.values())

    def roles(self, header: Sequence[str], section: str | None) -> tuple[str | None, list[str | None]]:
        """Return the section whose columns a header fits best, and the role of each column by its words.

        A tie goes to ``section``, the one the table stands in. A header without any known word fits none. Beside roles of
        ``sections/*.yaml`` there is ``division:`` with the party whose part a column holds. No role is given twice.
        """
        best, roles = _roles(self, tuple(header), section)
        return best, list(roles)


# a table is asked for its columns by many steps, and so is each row that may stand alone in it
@lru_cache(maxsize=1024)
def _roles(
    words: Vocabulary, header: tuple[str, ...], section: str | None
) -> tuple[str | None, tuple[str | None, ...]]:
    texts = [folded(clean(text)) for text in header]
    fresh = frozenset(texts) - words.header_words
    fits = {name: own.fit(texts, fresh) for name, own in words.headers.items()}
    best = max(fits, key=lambda name: (fits[name], name == section))
    if not fits[best]:
        return section, (None,) * len(texts)
    return best, tuple(words.headers[best].roles(texts))


def vocabulary() -> Vocabulary:
    """Return the words of this installation, with those that were stated for what is being read."""
    return _vocabulary(_STATED.get())


@contextmanager
def stated(columns: Sequence[StatedColumn]) -> Iterator[None]:
    """Add headers to the vocabulary while a document is read."""
    token = _STATED.set(tuple(columns))
    try:
        yield
    finally:
        _STATED.reset(token)


def stated_role(header: str) -> str | None:
    """Return the role that was stated for a cleaned header, None for other headers."""
    simple = folded(header)
    return next((column.role for column in _STATED.get() if folded(column.header) == simple), None)


@lru_cache(maxsize=8)
def _vocabulary(columns: tuple[StatedColumn, ...]) -> Vocabulary:
    data = load_words(Path(__file__).with_suffix(".yaml"))
    sections = section_kinds().values()
    titles = (word for kind in list_kinds().values() for word in kind.titles)
    return Vocabulary(
        headers={section.name: section_header(section, data["bodies"], columns) for section in sections},
        fills_row=frozenset(role for section in sections for role in section.fills_row),
        answers=frozenset(role for section in sections for role in section.answers),
        spans_rows=frozenset(role for section in sections for role in section.spans_rows),
        list_words=tuple(sorted(titles, key=len, reverse=True)),
        body_words=tuple(data["bodies"]),
        title_bodies=(*data["bodies"], *data["zones"], *data["title_bodies"]),
        places=tuple(data["places"]),
        office_words=tuple(data["offices"]),
        rule_words=section_kinds()["rules"].words["titles"],
        department_columns=Words(data["department_columns"]),
        responsible_columns=Words(data["responsible_columns"]),
        other_columns=tuple(data["other_columns"]),
        beside_columns=Words(data["beside_columns"]),
        questions=tuple(data["questions"]),
        stamp_labels=frozenset([*data["department_columns"], *data["stamp_labels"]]),
        title_scopes=tuple(data["title_scopes"]),
        regions=tuple(data["regions"]),
        zones=tuple(data["zones"]),
        list_verbs=tuple(data["list_verbs"]),
        instruction_sheets=Words(data["instruction_sheets"]),
        index_sheets=Words(data["index_sheets"]),
        nothing=Words(data["nothing"]),
    )
