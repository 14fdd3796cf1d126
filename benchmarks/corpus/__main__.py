"""A made-up district (1), city (13) or province (120), written as documents with the key to what is planted in them.

usage: python -m benchmarks.corpus OUT [--districts N] [--format txt|docx|xlsx] [--seed N]

OUT gets a folder for each district with a document for each list, and ``planted.json``: what is planted, and how many
lists and texts (duties and tasks) there are. A district has about 2,400 texts, so that 120 have 300,000 and 400 a million.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks.corpus.districts import District, district
from benchmarks.corpus.recall import KEY
from benchmarks.corpus.words import regions
from dutygraph.ingest.records import DutyList
from tests.ingest.render import pages, word, workbooks

Writer = Callable[[Sequence[DutyList]], bytes]

FORMATS: dict[str, Writer] = {
    "txt": lambda lists: workbooks.delimited(pages.Plain().pages(lists), "\t", "utf-8"),
    "docx": lambda lists: word.Merged().render(lists),
    "xlsx": lambda lists: workbooks.xlsx(pages.Plain().pages(lists)),
}


def write(out: Path, districts: Iterable[District], form: str) -> None:
    """Write districts and the key. Raises OSError where ``out`` cannot be written."""
    key = []
    for number, made in enumerate(districts):
        folder = out / f"{number:04}-{made.region}"
        folder.mkdir(parents=True)
        for one in made.lists:
            (folder / f"{one.department}.{form}").write_bytes(FORMATS[form]([one]))
        key.append(_entry(made))
    (out / KEY).write_text(json.dumps(key, ensure_ascii=False, indent=1), encoding="utf-8")


def texts(one: DutyList) -> int:
    """Count the duties and tasks of a list."""
    return sum(1 + len(duty.tasks) for duty in one.duties)


def _entry(made: District) -> dict[str, object]:
    return {
        "region": made.region,
        "lists": len(made.lists),
        "texts": sum(map(texts, made.lists)),
        "planted": [plant.model_dump() for plant in made.planted],
    }


def main() -> None:
    """Write what is asked for, and say how much that is."""
    parser = argparse.ArgumentParser(description="Write made-up districts with planted findings.")
    parser.add_argument("out", type=Path, help="a folder that is new or empty")
    parser.add_argument("--districts", type=int, default=1, choices=range(1, len(regions()) + 1), metavar="N")
    parser.add_argument("--format", choices=FORMATS, default="txt")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    write(asked.out, (district(number, asked.seed) for number in range(asked.districts)), asked.format)
    key = json.loads((asked.out / KEY).read_text(encoding="utf-8"))
    lists, said, planted = (sum(count) for count in zip(*map(_counts, key), strict=True))
    sys.stdout.write(f"{len(key)} districts, {lists} lists, {said} texts, {planted} planted\n")


def _counts(entry: dict[str, object]) -> tuple[int, int, int]:
    return entry["lists"], entry["texts"], len(entry["planted"])  # type: ignore[return-value,arg-type]


if __name__ == "__main__":
    main()
