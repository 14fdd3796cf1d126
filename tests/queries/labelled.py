"""The labelled cases of ``cases/<rule>.yaml``, each in a place of its own, so that one graph holds them all.

A case speaks of the made-up 云溪市. Here every case gets another made-up city in its stead, so that the lists of one case
are no neighbours of those of another; its findings are told apart by the departments that publish its lists. Registers of
laws (``register``) are one for the whole graph.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from dutygraph.graph.analysis.workers import ONE_PROCESS
from dutygraph.graph.loading.intake import collect_orphans, ingest_document
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.names.regions import find_region
from dutygraph.ingest.word_files import load_words
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.rules.headers import rules
from dutygraph.queries.findings.update.recompute import ANALYSES
from tests.queries.found import find
from tests.queries.short import document, load_register

FOLDER = Path(__file__).parent / "cases"
EVIDENCE = ("nearest", "party", "peer")
"""Roles of nodes that a finding is not about: the nearest texts, the rows of all parties, what peers have."""
CITY = "云溪市"
"""The city that cases are written about."""
_STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"


@dataclass(frozen=True, slots=True)
class Case:
    """Lists, and what the rules of the kind find in them: the texts of the nodes, finding by finding."""

    rule: str
    name: str
    city: str
    """The city in the place of CITY."""
    lists: list[dict[str, Any]]
    register: list[dict[str, Any]]
    found: list[list[str]]
    shown: list[list[str]] | None
    """The texts of the nodes that are only shown beside (EVIDENCE), finding by finding, or None where left open."""
    sentences: list[str] | None
    """The Chinese sentences of all findings, or None where a case leaves them open."""

    def __str__(self) -> str:
        return f"{self.rule}: {self.name}"

    @property
    def departments(self) -> set[str]:
        """The names of those who publish the lists."""
        return {one["department"] for one in self.lists}

    def is_about(self, finding: Finding) -> bool:
        """Tell whether a finding is of the kind of this rule and about these lists."""
        return finding.kind == rules()[self.rule].kind and not self.departments.isdisjoint(
            finding.departments
        )

    def told_here(self, text: str) -> str:
        """Return a text with the city that the case was written about."""
        return text.replace(self.city, CITY)


def rules_with_cases() -> list[str]:
    """Return the rules that have a file of cases."""
    return [file.stem for file in FOLDER.glob("*.yaml")]


def findings_of_all(store: GraphStore) -> list[Finding]:
    """Put the lists of all cases into a store in the place of what it holds, and return what the rules find."""
    # Taken once, as a command takes it: each time the lock is taken, the database is asked for all its indexes.
    with store.locked():
        store.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))
        load_register(store, [row for case in CASES for row in case.register])
        for case in CASES:
            ingest_document(store, document(case.lists, source=f"{case}.txt"))
        collect_orphans(store)
        for analyse in ANALYSES:
            analyse(store, None, ONE_PROCESS)
    return find(store).findings


def _cities() -> Iterator[str]:
    """Yield names of cities that are made up and in which a district of any name is made up as well."""
    for first, second in product(_STEMS, _STEMS):
        name = f"{first}{second}市"
        region = find_region(f"{name}澜江区")
        if region and region.parent and region.parent.name == name and not region.parent.is_registered:
            yield name


def _cases() -> Iterator[Case]:
    cities = _cities()
    for rule in rules():
        file = FOLDER / f"{rule}.yaml"
        for written in load_words(file) if file.exists() else ():
            city = next(cities)
            yield Case(
                rule=rule,
                name=written["case"],
                city=city,
                lists=_moved(written["lists"], city),
                register=written.get("register", []),
                found=written["found"],
                shown=written.get("shown"),
                sentences=written.get("sentences"),
            )


def _moved(lists: list[dict[str, Any]], city: str) -> list[dict[str, Any]]:
    moved: list[dict[str, Any]] = json.loads(json.dumps(lists, ensure_ascii=False).replace(CITY, city))
    return moved


CASES = list(_cases())
