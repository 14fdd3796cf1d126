"""How many of the planted findings of a corpus are found, and how many findings there are beside them.

usage: python -m benchmarks.corpus.recall OUT     OUT is a folder that ``python -m benchmarks.corpus`` has written

A plant is found when a finding of its kind is about its departments and holds its texts. Of findings that nobody
planted many are true all the same: duties to supervise without a regime, parts of a duty that no task covers.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from pydantic import TypeAdapter
from rich.console import Console
from rich.table import Table

from benchmarks.corpus.districts import Plant
from benchmarks.lists_read import findings_of
from dutygraph.queries.findings.models import Finding

KEY = "planted.json"
_PLANTS = TypeAdapter(list[Plant])


def read_key(out: Path) -> list[Plant]:
    """Return what is planted in a corpus. Raises ValidationError for a key of another form."""
    districts = json.loads((out / KEY).read_text(encoding="utf-8"))
    return _PLANTS.validate_python([*chain.from_iterable(one["planted"] for one in districts)])


def not_found(planted: Iterable[Plant], findings: Iterable[Finding]) -> list[Plant]:
    """Return the plants that no finding tells."""
    by_text: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for text in {node.text for node in finding.nodes}:
            by_text[text].append(finding)
    return [plant for plant in planted if not any(_tells(one, plant) for one in by_text[plant.texts[0]])]


def _tells(finding: Finding, plant: Plant) -> bool:
    return (
        finding.kind.startswith(plant.kind)
        and set(plant.departments) <= set(finding.departments)
        and set(plant.texts) <= {node.text for node in finding.nodes}
    )


def main(out: Path) -> None:
    """Measure and print."""
    planted, findings = read_key(out), findings_of(out.glob("*/*"))
    missed = Counter(plant.kind for plant in not_found(planted, findings))
    found = Counter(finding.kind for finding in findings)
    table = Table("kind", "planted", "found of these", "recall", "findings of the kind", title=out.name)
    for kind, count in sorted(Counter(plant.kind for plant in planted).items()):
        told, alike = count - missed[kind], sum(n for one, n in found.items() if one.startswith(kind))
        table.add_row(kind, str(count), str(told), f"{told / count:.2f}", str(alike))
    for name, count in sorted(found.items()):
        if not any(name.startswith(plant.kind) for plant in planted):
            table.add_row(name, "", "", "", str(count))
    Console(file=sys.stdout, width=110).print(table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Count the planted findings that are found.")
    parser.add_argument("out", type=Path)
    main(parser.parse_args().out)
