"""The columns of a table: which section they fit, and the role of each, by its header and by what stands in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dutygraph.ingest.characters import folded
from dutygraph.ingest.document import Row, Table
from dutygraph.ingest.lists.contents import Content, content_of, kind_of
from dutygraph.ingest.lists.header_words import PART
from dutygraph.ingest.lists.kinds import SectionKind, section_kinds, section_named
from dutygraph.ingest.lists.vocabulary import vocabulary
from dutygraph.ingest.text import is_filler

_KINDS_OF_CONTENT = ("number", "phone", "name", "law")
"""Kinds of content that a header never has: by these the first row of a table without header is recognised."""

Contents = Mapping[int, Content]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table."""

    section: str | None
    """The section whose columns they are, None if nothing tells."""
    roles: list[str | None]
    """The role of each column, None where it is unknown."""
    guesses: frozenset[int] = frozenset()
    """The columns whose role was guessed from their content, or from a header that says something else beside it."""
    has_header: bool = True
    """False where the first row of the table is content."""

    def rows(self, table: Table) -> list[Row]:
        """Return the rows of the table that are content."""
        return table.rows if self.has_header else [table.header, *table.rows]


def columns_of(table: Table, section: str | None) -> Columns:
    """Return the columns of a table that stands in ``section`` (None: in no section yet).

    The section is the one that most headers fit (see ``Vocabulary.roles``). A column whose header is unknown has the role
    that no other column has and that only its content fits, if nearly all of its cells agree.
    """
    header = [folded(cell.text) for cell in table.header.cells]
    name, roles = vocabulary().roles(header, section)
    kind = section_named(name)
    if kind is None or not kind.pair:
        return Columns(name, roles)
    _turn_family(table, header, roles, kind)
    words = vocabulary().headers[kind.name]
    doubtful = {at for at, text in enumerate(header) if roles[at] and words.doubtful(text)}
    unknown = [at for at, text in enumerate(header) if roles[at] is None and _may_hold(text, kind)]
    if not unknown or not any(row.cells[at].text for row in table.rows for at in unknown):
        return Columns(name, roles, frozenset(doubtful))
    has_header = any(map(vocabulary().names_column, header)) or not _is_content(table)
    rows = Columns(name, roles, has_header=has_header).rows(table)
    contents = _contents(rows, range(len(roles)))
    named = {
        at: PART + header[at]
        for at in unknown
        if words.parts and contents[at].kind == "text" and words.names_body(header[at])
    }
    guessed = _guessed(kind, roles, [at for at in unknown if at not in named], contents, rows)
    found = [(guessed | named).get(at, role) for at, role in enumerate(roles)]
    return Columns(name, found, frozenset(doubtful | guessed.keys()), has_header or not guessed)


def _turn_family(table: Table, header: Sequence[str], roles: list[str | None], kind: SectionKind) -> None:
    """Turn two columns with headers of one family around if the one taken for the details stands once for several."""
    words = vocabulary().columns[kind.name]
    if not kind.family or not set(kind.family) <= set(roles):
        return
    subject, detail = (roles.index(role) for role in kind.family)
    if words.get(header[subject]) == words.get(header[detail]) and _spans(table.rows, detail, subject, roles):
        roles[subject], roles[detail] = roles[detail], roles[subject]


def _spans(rows: Sequence[Row], one: int, other: int, roles: Sequence[str | None]) -> bool:
    """Say whether a column stands once for several cells of another: blank beside them in rows without a number.

    A duty without tasks has a number, so that nothing can be said where there are none.
    """
    if "number" not in roles:
        return False
    number = roles.index("number")
    blank = {at: [is_filler(row.cells[at].text) for row in rows] for at in (one, other, number)}
    below = [
        pair for *pair, is_below in zip(blank[one], blank[other], blank[number], strict=True) if is_below
    ]
    return [True, False] in below and [False, True] not in below


def _may_hold(header: str, kind: SectionKind) -> bool:
    """Say whether a column may have any role of a section: its header says nothing, or the like in another section."""
    words = vocabulary()
    if header.startswith(words.questions) or header.endswith(words.other_columns):
        return False
    if words.headers[kind.name].knows(header):
        return False
    others = (other for other in section_kinds().values() if header in words.columns[other.name])
    return all(words.columns[other.name][header] in (*other.pair, *other.holds) for other in others)


def _is_content(table: Table) -> bool:
    """Say whether the first row of a table is like those below: a number over numbers, an office over offices.

    A word over numbers is a header, whatever stands beside it (次序 beside 找谁办).
    """
    below = _contents(table.rows, range(len(table.header.cells)))
    if any(
        below[at].kind in ("number", "phone") and cell.text and kind_of(cell.text) not in ("number", "phone")
        for at, cell in enumerate(table.header.cells)
    ):
        return False
    return any(
        below[at].kind in _KINDS_OF_CONTENT and kind_of(cell.text) == below[at].kind
        for at, cell in enumerate(table.header.cells)
    )


def _contents(rows: Sequence[Row], columns: Iterable[int]) -> dict[int, Content]:
    return {at: content_of([row.cells[at].text for row in rows]) for at in columns}


def _guessed(
    kind: SectionKind,
    roles: Sequence[str | None],
    unknown: Sequence[int],
    contents: Contents,
    rows: Sequence[Row],
) -> dict[int, str]:
    """Return the roles of unknown columns as far as their content tells; texts count where another column is known."""
    guessed = _by_kind_of_content(kind, roles, unknown, contents)
    if any(roles) or guessed:
        known = [guessed.get(at, role) for at, role in enumerate(roles)]
        rest = [at for at in unknown if at not in guessed]
        guessed |= _texts(kind, known, rest, contents, rows)
    return guessed


def _by_kind_of_content(
    kind: SectionKind, roles: Sequence[str | None], unknown: Sequence[int], contents: Contents
) -> dict[int, str]:
    """Return the role of each unknown column whose content no other role and no other column has."""
    guessed: dict[int, str] = {}
    for role, held in kind.holds.items():
        fitting = [at for at in unknown if _holds(contents[at], held)]
        if role not in roles and len(fitting) == 1:
            guessed[fitting[0]] = role
    return guessed


def _holds(content: Content, kind: str) -> bool:
    return content.kind == kind and (kind != "number" or content.rising)


def _texts(
    kind: SectionKind,
    roles: Sequence[str | None],
    unknown: Sequence[int],
    contents: Contents,
    rows: Sequence[Row],
) -> dict[int, str]:
    """Return which columns are the section's two of texts, where they are missing and just as many could be them.

    The subject stands once for several details; else it comes first where both are alike, and is shorter where not.
    """
    subject, detail = kind.pair
    has_parts = any(role and role.startswith(PART) for role in roles)
    missing = [role for role in kind.pair if role not in roles and not (role == detail and has_parts)]
    texts = [at for at in unknown if contents[at].kind == "text"]
    short = [at for at in unknown if contents[at].kind == "short"]
    if subject in missing and len(texts) == len(missing) - 1 and len(short) == 1:
        texts = [*short, *texts]
    if not missing or len(missing) != len(texts):
        return {}
    if len(texts) > 1 and not short:
        texts.sort(key=lambda at: 0 if kind.family else contents[at].length)
        if _spans(rows, texts[1], texts[0], roles):
            texts.reverse()
    found = dict(zip(texts, missing, strict=True))
    places = {role: at for at, role in enumerate(roles) if role} | {role: at for at, role in found.items()}
    doubted = {subject, detail} <= places.keys() and _spans(rows, places[detail], places[subject], roles)
    return {} if doubted else found
