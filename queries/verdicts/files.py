"""Verdicts as JSON lines: kept beside the graph, handed on, and read back."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.mistakes import words_with_place
from dutygraph.queries.errors import VerdictFileError
from dutygraph.queries.findings.review.decisions import VerdictRecord
from dutygraph.queries.findings.review.verdicts import keep_verdicts, verdict_records
from dutygraph.whole_files import whole_file

_SHOWN = 20
"""So many wrong lines are named; the number says how many there are."""


def export_verdicts(store: GraphStore, path: Path) -> int:
    """Write all verdicts, one per line in the order of time, complete or not at all; return how many.

    Raises UnwritableFileError.
    """
    with whole_file(path) as file:
        records = verdict_records(store)
        file.writelines(f"{record.model_dump_json()}\n".encode() for record in records)
    return len(records)


def import_verdicts(store: GraphStore, path: Path) -> tuple[int, int]:
    """Add the verdicts of a file, all or none; return how many the graph had not, and how many it had already.

    Verdicts on findings that the graph does not have are kept until they are found. Raises VerdictFileError that names
    the lines that are wrong.
    """
    records = {record.id: record for record in _read(path)}
    with store.locked():
        known = {record.id for record in verdict_records(store)}
        new = [record for id_, record in records.items() if id_ not in known]
        keep_verdicts(store, new)
    return len(new), len(records) - len(new)


def _read(path: Path) -> list[VerdictRecord]:
    records: list[VerdictRecord] = []
    wrong: list[Bilingual] = []
    for number, line in _lines(path):
        try:
            records.append(VerdictRecord.model_validate_json(line))
        except ValidationError as error:
            wrong.append(_wrong_line(number, error))
    if wrong:
        raise VerdictFileError(
            zh="\n".join(
                [f"{path} 有 {len(wrong)} 行不合要求，未导入任何内容：", *(w.zh for w in wrong[:_SHOWN]), ""]
            ),
            en="\n".join(
                [
                    f"{len(wrong)} lines of {path} are wrong, nothing was imported:",
                    *(w.en for w in wrong[:_SHOWN]),
                ]
            ),
        )
    return records


def _wrong_line(number: int, error: ValidationError) -> Bilingual:
    words = [words_with_place(mistake) for mistake in error.errors()]
    return Bilingual(
        zh=f"第 {number} 行：{'；'.join(w.zh for w in words)}",
        en=f"line {number}: {'; '.join(w.en for w in words)}",
    )


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold something with their numbers, from 1."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise VerdictFileError(
            zh=f"无法读取 {path}：{error.strerror}", en=f"cannot read {path}: {error.strerror}"
        ) from error
    except UnicodeDecodeError as error:
        raise VerdictFileError(zh=f"{path} 不是 UTF-8 文本", en=f"{path} is not UTF-8") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, line
