"""Paths, neighbours and dependents as tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dutygraph.bilingual import Bilingual, in_language
from dutygraph.queries.catalogue.neighbours import DependentsAnswer, Neighbours
from dutygraph.queries.catalogue.paths import PathsAnswer
from dutygraph.visualize.tables import Table

_HEADINGS: Mapping[str, Bilingual] = {
    "path": Bilingual("路径", "path"),
    "sentence": Bilingual("说明", "in words"),
    "step": Bilingual("步", "step"),
    "from": Bilingual("起点", "from"),
    "from_kind": Bilingual("起点类别", "kind of from"),
    "to": Bilingual("终点", "to"),
    "to_kind": Bilingual("终点类别", "kind of to"),
    "edge": Bilingual("关系", "edge"),
    "forward": Bilingual("顺向", "edge leads from left to right"),
    "text": Bilingual("原文", "text as printed"),
    "depth": Bilingual("层", "steps away"),
    "kind": Bilingual("类别", "kind"),
    "name": Bilingual("名称", "name"),
    "within": Bilingual("部门", "department"),
    "of": Bilingual("受其影响", "because of"),
    "id": Bilingual("编号", "id"),
    "source": Bilingual("文件", "source"),
    "locator": Bilingual("位置", "locator"),
}


def paths_table(answer: PathsAnswer, lang: str) -> Table:
    """Return a row per step of each path; the first one of a path has its sentence."""
    names = [
        "path", "sentence", "step", "from_kind", "from", "edge", "forward", "to_kind", "to", "text", "source", "locator",
    ]  # fmt: skip
    rows = (
        (
            number,
            in_language(path.sentence, lang) if at == 1 else None,
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
    return [in_language(_HEADINGS[name], lang) for name in names], rows
