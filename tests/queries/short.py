"""Lists in short notation: the parse output (``ingest/records.py``) without what a case does not care about.

Numbers, titles and locators are filled in; a list has all four sections and all columns unless it says otherwise.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from dutygraph.graph.loading.intake import ingest_document
from dutygraph.graph.loading.registers import import_register
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.laws.register import LawRegister, RegisterEntry
from dutygraph.ingest.records import Document
from dutygraph.queries.findings.models import Finding
from dutygraph.queries.findings.review.decisions import Decision

SECTIONS = ["部门职责", "职责边界", "监管制度", "公共服务"]
COLUMNS = {
    "部门职责": ["number", "duty", "task", "office", "remark"],
    "职责边界": ["number", "matter", "party", "division", "basis", "case"],
    "公共服务": ["number", "name", "content", "handler", "phone"],
}
_STATEMENTS = (
    "duties",
    "tasks",
    "boundaries",
    "parties",
    "supervision",
    "services",
    "rules",
    "articles",
    "citations",
)
_ENTRY: Mapping[str, Any] = {
    "level": "行政法规",
    "version_date": "",
    "in_force_from": "",
    "expired": False,
    "articles": None,
    "scope": "国家",
}
_NUMBERED = ("duties", "boundaries", "services", "articles")


def document(lists: Sequence[Mapping[str, Any]], source: str = "清单.txt") -> Document:
    """Return the document that holds these lists, one statement per line."""
    lines = count(1)
    whole = [
        {
            "title": short["department"],
            "sections_present": SECTIONS,
            "columns": COLUMNS,
            **_filled(short, lines),
        }
        for short in lists
    ]
    return Document.model_validate({"source": source, "sha256": source, "lists": whole})


def load(store: GraphStore, lists: Sequence[Mapping[str, Any]], source: str = "清单.txt") -> None:
    """Put lists in short notation into a store, in the place of those that the file has brought before."""
    ingest_document(store, document(lists, source))


def load_register(store: GraphStore, rows: Sequence[Mapping[str, Any]]) -> None:
    """Import a register of these instruments, national regulations in force unless they say otherwise."""
    if rows:
        import_register(
            store, LawRegister(tuple(RegisterEntry(**{**_ENTRY, **row}) for row in rows), ()), "法规库.csv"
        )


def _filled(short: Mapping[str, Any], lines: Iterator[int]) -> dict[str, Any]:
    whole = {"locator": {"line": next(lines)}, **short}
    for name in _STATEMENTS:
        if isinstance(short.get(name), list):  # the articles of a citation are a text
            numbered = {"number": ""} if name in _NUMBERED else {}
            whole[name] = [{**numbered, **_filled(item, lines)} for item in short[name]]
    return whole


def said(value: str, by: str, note: str | None = None, **more: str) -> Decision:
    """Return what a person decides."""
    return Decision.of({"value": value, "by": by, "note": note, **more})


def apart(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings without their topics, which are told of stored ones only."""
    return [finding.model_copy(update={"topic": None}) for finding in findings]
