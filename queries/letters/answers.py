"""The answers in the tables of a letter: which cell of a row is one, and to what."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dutygraph.bilingual import Bilingual
from dutygraph.ingest.plain_tables import PlainCell, PlainTables
from dutygraph.ingest.records import Locator
from dutygraph.queries.letters.codes import LetterCode, codes_alone_in, codes_in
from dutygraph.visible import shortened

_ANSWER_HEADINGS = ("意见", "反馈", "答复", "回复", "your answer", "opinion")
_LONGEST_HEADING = 30


@dataclass(frozen=True, slots=True)
class LetterAnswer:
    """What stands in the answer cell of a row; blank where nobody has written."""

    code: LetterCode
    text: str
    place: Locator


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A row whose answer belongs to no finding: where it stands, and why."""

    place: Locator
    why: Bilingual


def answers_in(tables: PlainTables) -> tuple[list[LetterAnswer], list[Unmatched]]:
    """Return the answers, several to one code as one, and the rows whose answers have no code or more than one."""
    answers: list[LetterAnswer] = []
    odd: list[Unmatched] = []
    for table in tables.tables:
        for one in _of_table(table):
            if isinstance(one, LetterAnswer):
                answers.append(one)
            else:
                odd.append(one)
    return list(_joined(answers)), odd


def _of_table(rows: Sequence[Sequence[PlainCell]]) -> Iterator[LetterAnswer | Unmatched]:
    """A cell that is merged over several rows answers each of them."""
    column: int | None = None
    above: PlainCell | None = None
    if not any(codes_in(cell.text) for row in rows for cell in row):
        return
    for row in rows:
        at = len(row) - 1 if column is None else column
        codes = _codes(row, at)
        if not codes and (heading := _answer_column(row)) is not None:
            column, above = heading, None
            continue
        cell = row[at] if at < len(row) else PlainCell()
        if cell.place is None and above is not None and codes:
            cell = PlainCell(text=above.text, place=_place(row))
        text = cell.text.strip()
        if len(codes) == 1:
            yield LetterAnswer(codes[0], text, cell.place or _place(row))
            above = cell
        elif text and (column is not None or codes):
            yield Unmatched(cell.place or _place(row), _without_one_code(text, len(codes)))


def _codes(row: Sequence[PlainCell], answer: int) -> list[LetterCode]:
    """Return the codes of a row, each once; those in its answer only where there are no others.

    Where there are several, a duty that the row quotes may hold a number of as many digits: those on lines of their own
    count, if there are any.
    """
    texts = [cell.text for at, cell in enumerate(row) if at != answer]
    found = [code for text in texts for code in codes_in(text)] or codes_in(_text_at(row, answer))
    if len(set(found)) > 1:
        found = [code for text in texts for code in codes_alone_in(text)] or found
    return list(dict.fromkeys(found))


def _text_at(row: Sequence[PlainCell], column: int) -> str:
    return row[column].text if column < len(row) else ""


def _answer_column(row: Sequence[PlainCell]) -> int | None:
    """Return the column of answers by a row of headings, the last one that speaks of an answer; None for another row."""
    found = [
        at
        for at, cell in enumerate(row)
        if len(cell.text) <= _LONGEST_HEADING and any(word in cell.text.lower() for word in _ANSWER_HEADINGS)
    ]
    filled = [cell for cell in row if cell.text.strip()]
    return found[-1] if found and len(filled) > 2 else None


def _place(row: Sequence[PlainCell]) -> Locator:
    return next((cell.place for cell in row if cell.place), Locator())


def _joined(answers: Iterable[LetterAnswer]) -> Iterator[LetterAnswer]:
    """Yield one answer for each code: a row that somebody copied to write more is the same row."""
    by_code: dict[LetterCode, list[LetterAnswer]] = {}
    for one in answers:
        by_code.setdefault(one.code, []).append(one)
    for code, same in by_code.items():
        filled = [one for one in same if one.text] or same
        yield LetterAnswer(code, "\n".join(dict.fromkeys(one.text for one in filled)), filled[0].place)


def _without_one_code(text: str, codes: int) -> Bilingual:
    beginning = shortened(text, _LONGEST_HEADING + 1)
    if codes:
        return Bilingual(
            f"该行有 {codes} 个编号，分不清“{beginning}”答复的是哪一条，请分成几行",
            f"the row has {codes} codes, so nobody can tell which one {beginning!r} answers; make rows of it",
        )
    return Bilingual(
        f"该行没有编号，“{beginning}”未读入；请从原函复制该行的编号",
        f"the row has no code, so {beginning!r} was not read; copy the code of the row from the letter",
    )
