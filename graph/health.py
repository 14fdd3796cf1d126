"""The health of a graph: counts per kind, missing nodes, nodes without source, edges with wrong ends, unlinked divisions."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from dutygraph.bilingual import Bilingual
from dutygraph.graph.ontology import ontology
from dutygraph.graph.store.cypher_files import cypher
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.graph.store.manifest import damaged_files, forget_damage

_SHOWN = 5
"""So many ids are named in a sentence; the number says how many there are."""


def count_nodes(store: GraphStore, labels: Iterable[str]) -> dict[str, int]:
    """Return how many nodes of each of these labels the graph holds."""
    return {name: _count(store, cypher("count_nodes", LABEL=name)) for name in labels}


def count_kinds(store: GraphStore) -> dict[str, int]:
    """Return how many nodes and edges of each kind the graph holds, in the order of the ontology."""
    nodes, edges = ontology().nodes, ontology().edges
    return count_nodes(store, nodes) | {
        name: _count(store, cypher("count_edges", TYPE=name)) for name in edges
    }


def examine(store: GraphStore) -> list[Bilingual]:
    """Return a sentence for everything that is wrong with the graph; none when it is whole."""
    missing = list(_missing(store))
    return [
        *_damaged(store),
        *(sentence for _, sentence in missing),
        *_unheld(store, {list_ for list_, _ in missing}),
        *_unsourced(store),
        *_wrong_ends(store),
        *_unlinked(store),
        *_read_before(store),
    ]


def _read_before(store: GraphStore) -> Iterator[Bilingual]:
    """Lists that a version before 0.2 has read: what it did not note of them, rules cannot ask for."""
    if sources := [row["source"] for row in store.read(cypher("doctor_read_before"))]:
        examples = "、".join(sources[:_SHOWN])
        yield Bilingual(
            zh=f"{len(sources)} 个文件是旧版本读入的，部分问题线索查不出来，请重新读取：{examples}",
            en=f"{len(sources)} files were read by an earlier version: findings are missed; read them again: {examples}",
        )


def _count(store: GraphStore, cypher: str) -> int:
    return int(store.read(cypher)[0]["count"])


def _damaged(store: GraphStore) -> Iterator[Bilingual]:
    """Files of the engine that changed while nobody had opened it; told once, since the lists are to be read again."""
    if store.folder is None or not (names := damaged_files(store.folder)):
        return
    examples = ", ".join(names[:_SHOWN])
    yield Bilingual(
        zh=f"数据文件夹中有 {len(names)} 个引擎文件被截断、清空或删除，请换一个新的数据文件夹重新读取全部清单：{examples}",
        en=f"{len(names)} files of the engine were cut, emptied or deleted; read all lists into a new data folder:"
        f" {examples}",
    )
    forget_damage(store.folder)


def _unheld(store: GraphStore, lists: Collection[str]) -> Iterator[Bilingual]:
    """Statements that nothing holds: neither the department nor the statement they stand within.

    Where statements of a list are missing (``lists``: ids), what hung on them is no news.
    """
    for kind, statement in ontology().statements():
        rows = store.read(
            cypher("doctor_unheld", LABEL=kind.name, TYPE=statement.edge), {"lists": sorted(lists)}
        )
        if ids := [row["id"] for row in rows]:
            examples = ", ".join(ids[:_SHOWN])
            yield Bilingual(
                zh=f"{len(ids)} 个{kind.zh}不属于任何部门，请重新读取清单：{examples}",
                en=f"{len(ids)} {kind.en} nodes belong to no department; read the lists again: {examples}",
            )


def _missing(store: GraphStore) -> Iterator[tuple[str, Bilingual]]:
    """Lists whose nodes are not as many as their document held when it was read, and nodes of lists that are not there.

    Each sentence comes with the id of its list.
    """
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for kind in ontology().owned_by("list"):
        for row in store.read(cypher("doctor_counts", LABEL=kind.name)):
            counted[row["list"]][kind.name] = row["count"]
    lists = store.read(cypher("doctor_lists"))
    for lost in sorted(counted.keys() - {row["list"] for row in lists}):
        number = sum(counted[lost].values())
        yield (
            lost,
            Bilingual(
                zh=f"{number} 条内容所属的清单 {lost} 不在图中，请重新读取清单",
                en=f"{number} statements are of the list {lost}, which the graph lacks; read the lists again",
            ),
        )
    for row in lists:
        for entry in row["counts"] or []:
            label, expected = entry.split("=")
            if (count := counted[row["list"]][label]) != int(expected):
                name = ontology().node(label)
                yield (
                    row["list"],
                    Bilingual(
                        zh=f"《{row['title']}》的{name.zh}应有 {expected} 个，图中有 {count} 个，"
                        f"请重新读取 {row['source']}",
                        en=f"{row['title']}: {expected} {name.en} nodes expected, {count} found;"
                        f" read {row['source']} again",
                    ),
                )


def _unsourced(store: GraphStore) -> Iterator[Bilingual]:
    for kind in ontology().owned_by("list"):
        ids = [row["id"] for row in store.read(cypher("doctor_unsourced", LABEL=kind.name))]
        if ids:
            examples = ", ".join(ids[:_SHOWN])
            yield Bilingual(
                zh=f"{len(ids)} 个{kind.zh}没有出处：{examples}",
                en=f"{len(ids)} {kind.en} nodes without source: {examples}",
            )


def _wrong_ends(store: GraphStore) -> Iterator[Bilingual]:
    for kind in ontology().edges.values():
        parameters = {"starts": list(kind.start), "ends": list(kind.end)}
        wrong = int(store.read(cypher("doctor_ends", TYPE=kind.name), parameters)[0]["count"])
        if wrong:
            yield Bilingual(
                zh=f"{wrong} 条“{kind.zh}”关系的两端不合本体",
                en=f"{wrong} {kind.name} edges with ends of other kinds",
            )


def _unlinked(store: GraphStore) -> Iterator[Bilingual]:
    rows = store.read(cypher("doctor_unlinked"))
    if rows:
        examples = "、".join(sorted({row["printed"] for row in rows})[:_SHOWN])
        yield Bilingual(
            zh=f"{len(rows)} 条职责分工没有对应部门：{examples}",
            en=f"{len(rows)} divisions without a department: {examples}",
        )
