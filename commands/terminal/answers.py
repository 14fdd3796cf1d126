"""What the command line prints: tables by rich, in Chinese or English. Text from documents is never markup."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from rich.progress import track

from dutygraph.bilingual import in_language
from dutygraph.commands.session import write_csv, write_json
from dutygraph.commands.terminal.changes import put_warning
from dutygraph.commands.terminal.printing import open_console, pick, print_line, table_of
from dutygraph.graph.ontology import ontology
from dutygraph.visualize.tables import answer_table, csv_of
from dutygraph.visualize.texts import Language, text
from dutygraph.visualize.wording import as_text

if TYPE_CHECKING:
    from dutygraph.bilingual import Bilingual
    from dutygraph.graph.store.graph_store import Engine
    from dutygraph.ingest.names.departments import Resolution
    from dutygraph.ingest.records import Document
    from dutygraph.ingest.sandbox import Refused
    from dutygraph.queries.catalogue.named_queries import Answer, Query
    from dutygraph.queries.findings.update.recompute import ComputationStep, Progress

_T = TypeVar("_T")


def progress(results: Iterable[_T], total: int, lang: str) -> Iterable[_T]:
    """Yield what is read, file by file, behind a progress bar on the error stream."""
    label = pick(lang, "读取清单", "Reading lists")
    console = open_console(error=True)
    return track(results, label, total, console=console, transient=True, disable=not console.is_terminal)


@contextmanager
def steps_shown(lang: Language) -> "Iterator[Progress]":
    """Give a function that shows on the error stream of a terminal what is going on after the lists are read."""
    console = open_console(error=True)
    status = console.status("")

    def show(step: "ComputationStep") -> None:
        if step not in ("document", "end") and console.is_terminal:
            status.update(text(f"step_{step}", lang))
            status.start()

    try:
        yield show
    finally:
        status.stop()


def show_refused(refused: Sequence["Refused"], total: int, lang: str) -> None:
    """Print on the error stream which files were not read and why, a line each, and how many of all."""
    console = open_console(error=True)
    for file in refused:
        print_line(console, str(file))
    count = len(refused)
    zh, en = f"{total} 个文件中有 {count} 个未能读取", f"{count} of {total} files could not be read"
    print_line(console, pick(lang, zh, en))


def show_documents(documents: Sequence["Document"], lang: Language) -> None:
    """Print one row per list with its counts, then all warnings."""
    columns = {"zh": "文件 部门 职责 事项 边界 分工 监管 服务 制度 引用 已归入 提示", "en":
               "file department duties tasks matters parties regimes services rules citations placed warnings"}  # fmt: skip
    rows = [
        (
            document.source, list_.department, len(list_.duties), sum(len(duty.tasks) for duty in list_.duties),
            len(list_.boundaries), sum(len(boundary.parties) for boundary in list_.boundaries),
            len(list_.supervision), len(list_.services), len(list_.rules), len(list_.citations),
            f"{list_.placed:.1%}", len(list_.warnings),
        )
        for document in documents
        for list_ in document.lists
    ]  # fmt: skip
    console = open_console()
    console.print(
        table_of(pick(lang, "清单", "Lists"), columns["en" if lang == "en" else "zh"].split(), rows)
    )
    for document in documents:
        for one in document.lists:
            for warning in one.warnings:
                put_warning(console, document.source, warning, lang)


def show_status(
    engine: "Engine", counts: Mapping[str, int], documents: Sequence[Mapping[str, Any]], lang: Language
) -> None:
    """Print the engine, the counts per kind, and which lists of the query ``documents`` lie outside any region."""
    known = ontology()
    names = {**known.nodes, **known.edges}
    rows = [(name, in_language(names[name], lang), count) for name, count in counts.items() if count]
    title = f"{engine.name} {engine.version}"
    console = open_console()
    console.print(table_of(title, pick(lang, "类型 名称 数量", "kind name count").split(), rows))
    if outside := [row for row in documents if row["region"] is None]:
        print_line(console, text("outside_count", lang, lists=len(outside)))
        for row in outside:
            clue = pick(lang, row["region_clue"], row["region_clue_en"])
            print_line(console, f"    {row['source']}  {row['department']}" + (f"  {clue}" if clue else ""))
        print_line(console, f"    {text('state_region', lang, file=outside[0]['source'])}")


def show_examination(faults: Sequence["Bilingual"], lang: str) -> None:
    """Print what is wrong with the graph, or that nothing is."""
    console = open_console()
    for fault in faults:
        print_line(console, in_language(fault, lang))
    if not faults:
        print_line(console, pick(lang, "图谱完整，未发现问题。", "The graph is whole; nothing is wrong."))


def show_catalogue(queries: Mapping[str, "Query"], lang: str) -> None:
    """Print the named queries with their parameters."""
    rows = [
        (name, in_language(query.title, lang), " ".join(query.parameters)) for name, query in queries.items()
    ]
    columns = pick(lang, "名称 内容 参数", "name what parameters").split()
    open_console().print(table_of(pick(lang, "命名查询", "Named queries"), columns, rows))


def show_answer(answer: "Answer", shape: str, lang: str) -> None:
    """Print the rows of an answer as a table, JSON or CSV."""
    names = list(answer.columns)
    if shape == "json":
        write_json(json.dumps(answer.rows, ensure_ascii=False, indent=1))
    elif shape == "csv":
        write_csv(csv_of(answer_table(answer, lang), lang))
    else:
        titles = [in_language(column, lang) for column in answer.columns.values()]
        open_console().print(
            table_of("", titles, ([as_text(row[name], lang) for name in names] for row in answer.rows))
        )


def show_schema(lang: str) -> None:
    """Print the labels and edge types of the ontology."""
    known = ontology()
    nodes = [(k.name, in_language(k, lang), " ".join(k.properties)) for k in known.nodes.values()]
    edges = [
        (k.name, in_language(k, lang), "|".join(k.start), "|".join(k.end), " ".join(k.properties))
        for k in known.edges.values()
    ]
    console = open_console()
    console.print(
        table_of(
            pick(lang, "节点", "Nodes"),
            pick(lang, "标签 名称 属性", "label name properties").split(),
            nodes,
        )
    )
    columns = pick(lang, "关系 名称 起点 终点 属性", "type name from to properties").split()
    console.print(table_of(pick(lang, "关系", "Edges"), columns, edges))


def show_explanations(resolutions: Sequence["Resolution"], printed: str, lang: str) -> None:
    """Print which body a name stands for in each region, and the rule that says so."""
    columns = pick(lang, "印作 部门 编号 有清单 依据", "printed department id listed why").split()
    rows = [
        (
            resolution.printed,
            resolution.name,
            resolution.id,
            pick(lang, "是" if resolution.listed else "否", "yes" if resolution.listed else "no"),
            in_language(resolution.reason, lang),
        )
        for resolution in resolutions
    ]
    open_console().print(table_of(printed, columns, rows))
