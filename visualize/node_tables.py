"""Paths, neighbours and dependents as tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dutygraph.bilingual import in_language
from dutygraph.queries.catalogue.neighbours import DependentsAnswer, Neighbours
from dutygraph.queries.catalogue.paths import PathsAnswer
from dutygraph.visualize.tables import Table

_HEADINGS: Mapping[str, tuple[str, str]] = {
    "path": ("路径", "path"),
    "sentence": ("说明", "in words"),
    "step": ("步", "step"),
    "from": ("起点", "from"),
    "from_kind": ("起点类别", "kind of from"),
    "to": ("终点", "to"),
    "to_kind": ("终点类别", "kind of to"),
    "edge": ("关系", "edge"),
    "forward": ("顺向", "edge leads from left to right"),
    "text": ("原文", "text as printed"),
    "depth": ("层", "steps away"),
    "kind": ("类别", "kind"),
    "name": ("名称", "name"),
    "within": ("部门", "department"),
    "of": ("受其影响", "because of"),
    "id": ("编号", "id"),
    "source": ("文件", "source"),
    "locator": ("位置", "locator"),
}


def paths_table(answer: PathsAnswer, lang: str) -> Table:
    """Return a row per step of each path; the first one of a path has its sentence."""
    names = [
        "path",
        "sentence",
        "step",
        "from_kind",
        "from",
        "edge",
        "forward",
        "to_kind",
        "to",
        "text",
        "source",
        "locator",
    ]
    rows = (
        (
            number,
            (in_language(path.sentence, lang)) if at == 1 else None,
            at,
            step.start.kind.model_dump(),
            step.start.name,
            step.edge.model_dump(),
            step.forward,
            step.end.kind.model_dump(),
            step.end.name,
            step.text,
            step.source,
            step.locator,
        )
        for number, path in enumerate(answer.paths, start=1)
        for at, step in enumerate(path.steps, start=1)
    )
    return _table(names, rows, lang)


def neighbours_table(answer: Neighbours, lang: str) -> Table:
    """Return a row per neighbour."""
    names = ["edge", "forward", "kind", "name", "id", "locator"]
    rows = (
        (row.edge.model_dump(), row.forward, row.kind.model_dump(), row.name, row.id, row.locator)
        for row in answer.rows
    )
    return _table(names, rows, lang)


def dependents_table(answer: DependentsAnswer, lang: str) -> Table:
    """Return a row per dependent."""
    names = ["depth", "kind", "name", "within", "edge", "of", "id", "source", "locator"]
    rows = (
        (
            row.depth,
            row.node.kind.model_dump(),
            row.node.name,
            row.node.within,
            row.edge.model_dump(),
            row.of,
            row.node.id,
            row.node.source,
            row.node.locator,
        )
        for row in answer.rows
    )
    return _table(names, rows, lang)


def _table(names: Sequence[str], rows: Iterable[Sequence[Any]], lang: str) -> Table:
    return [_HEADINGS[name][0 if lang == "zh" else 1] for name in names], rows
