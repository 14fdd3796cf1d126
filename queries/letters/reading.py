"""A letter that came back: its answers become comments on findings, all that match in one step, the others told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.values import Row
from dutygraph.ingest.records import Locator
from dutygraph.ingest.sandbox import Refused, tables_of
from dutygraph.queries.catalogue.bodies import NamedBody, bodies
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.errors import LetterError
from dutygraph.queries.findings.models import Comment
from dutygraph.queries.findings.review.comments import keep_comments
from dutygraph.queries.letters.answers import LetterAnswer, Unmatched, answers_in


@dataclass(frozen=True, slots=True)
class LetterRead:
    """What a letter brought: the comments, those of them that are new, blank answers, and rows that belong to nothing."""

    source: str
    comments: Sequence[Comment]
    new: Sequence[Comment]
    blank: int
    unmatched: Sequence[Unmatched]


def read_letter(store: GraphStore, path: Path, source: str) -> LetterRead:
    """Read a filled-in letter, called ``source``, and keep its answers as comments, in one transaction.

    Raises LetterError for a file that cannot be read or is no letter, and UnwritableFileError; nothing is kept then.
    """
    tables = tables_of(path)
    if isinstance(tables, Refused):
        raise LetterError(zh=f"{source}：{tables.zh}", en=f"{source}: {tables.en}")
    answers, unmatched = answers_in(tables)
    if not answers:
        raise LetterError(
            zh=f"{source} 中没有征求意见表的编号，请确认是填好的征求意见函；未读入任何内容",
            en=f"{source} has no row with a code of a letter; is it the letter, filled in? Nothing was read",
        )
    comments, unknown = _matched(store, answers, source)
    return LetterRead(
        source=source,
        comments=comments,
        new=keep_comments(store, comments),
        blank=sum(not one.text for one in answers),
        unmatched=[*unmatched, *unknown],
    )


def _matched(
    store: GraphStore, answers: Iterable[LetterAnswer], source: str
) -> tuple[list[Comment], list[Unmatched]]:
    filled = [one for one in answers if one.text]
    beginnings = sorted({one.code.beginning for one in filled})
    found: dict[str, list[Row]] = {}
    for row in store.read(cypher("lettered_findings"), {"beginnings": beginnings}):
        found.setdefault(row["beginning"], []).append(row)
    known, now = bodies(store), datetime.now(UTC).isoformat(timespec="milliseconds")
    comments: list[Comment] = []
    unmatched: list[Unmatched] = []
    for one in filled:
        rows = found.get(one.code.beginning, [])
        asked = _asked(one, rows, known)
        if asked is None:
            unmatched.append(Unmatched(one.place, _why(one, known=bool(rows))))
            continue
        finding, body = asked
        comments.append(
            Comment(
                finding=finding,
                department=body.name,
                department_id=body.id,
                text=one.text,
                at=now.replace("+00:00", "Z"),
                source=source,
                locator=_place(one.place),
            )
        )
    return comments, unmatched


def _asked(
    answer: LetterAnswer, rows: Iterable[Row], known: Mapping[str, NamedBody]
) -> tuple[str, NamedBody] | None:
    """Return the finding (id) that a row asks about, and the department that it asks."""
    return next(
        (
            (row["id"], known[body])
            for row in rows
            for body in row["department_ids"]
            if body in known and answer.code.is_for(body)
        ),
        None,
    )


def _place(place: Locator) -> dict[str, object]:
    """The row of a table, or the cell of a sheet: the column says nothing to a reader."""
    return place.model_copy(update={"column": None}).model_dump()


def _why(answer: LetterAnswer, *, known: bool) -> Bilingual:
    code = str(answer.code)
    if known:
        return Bilingual(
            f"编号 {code} 与线索不符，可能抄错，意见未读入",
            f"the code {code} does not fit its finding, perhaps a slip of the pen; the answer was not read",
        )
    return Bilingual(
        f"图谱中没有编号 {code} 对应的问题线索，可能已随清单更新而消除，意见未读入",
        f"the graph has no finding with the code {code}, the lists may have changed since; the answer was not read",
    )
