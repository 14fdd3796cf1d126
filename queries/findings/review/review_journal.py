"""What people say, in plain files beside the graph: nothing can compute it again when its database is damaged or lost.

At a Neo4j server the files lie in the data folder of this machine: what other machines wrote, ``compare`` adds.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore, Transaction
from dutygraph.graph.store.values import Row
from dutygraph.journal import Journal
from dutygraph.queries.cypher_files import cypher


@dataclass(frozen=True, slots=True)
class SaidJournal:
    """A kind of what people say: the file that holds it, the statements that read and keep it, what it is called.

    ``form`` makes of the properties what they stand for; it raises ValueError or TypeError where they stand for nothing.
    """

    file: str
    read: str
    keep: str
    name: Bilingual
    form: Callable[[Row], object]

    def keep_rows(self, store: GraphStore, rows: Iterable[Row]) -> None:
        """Put into graph and journal what people say, all or none: rows with an ``id`` and ``properties``.

        Those that the graph has are left as they are. Raises UnwritableFileError. Where the graph fails after the journal
        has them, ``compare`` puts them into the graph.
        """
        rows = list(rows)
        journal = self._journal(store)
        lines = [{"id": row["id"], **row["properties"]} for row in rows]

        def work(tx: Transaction) -> None:
            tx.run(cypher(self.keep), {"rows": rows})
            # what the journal cannot take is not committed, and what the graph refuses it never sees
            journal.append(lines)
            lines.clear()  # in case that the transaction is run again

        store.write(work)

    def compare(self, store: GraphStore) -> list[Bilingual]:
        """Put what only the journal has into the graph, and the other way round; return what was amiss."""
        journal = self._journal(store)
        with store.locked():
            lines, damaged = journal.read(self._fits)
            noted = {line["id"]: line for line in lines}
            stored = {row["id"]: row["properties"] for row in store.read(cypher(self.read))}
            lost = [_row(line) for id_, line in noted.items() if id_ not in stored]
            store.write(lambda tx: tx.run(cypher(self.keep), {"rows": lost}))
            journal.append(
                {**properties, "id": id_} for id_, properties in stored.items() if id_ not in noted
            )
        return [*self._restored(len(lost), journal.path), *_unreadable(damaged, journal.path)]

    def _restored(self, number: int, path: Path) -> list[Bilingual]:
        if not number:
            return []
        return [
            Bilingual(
                zh=f"图中缺少 {number} 条{self.name.zh}，已从 {path.name} 恢复",
                en=f"{number} {self.name.en} were missing from the graph and were restored from {path.name}",
            )
        ]

    def _journal(self, store: GraphStore) -> Journal:
        return Journal(store.beside(self.file))

    def _fits(self, line: Row) -> bool:
        try:
            self.form(line)
        except (ValueError, TypeError):
            return False
        return isinstance(line.get("id"), str)


def _row(line: dict[str, Any]) -> Row:
    return {"id": line["id"], "properties": {name: value for name, value in line.items() if name != "id"}}


def _unreadable(lines: list[int], path: Path) -> list[Bilingual]:
    if not lines:
        return []
    numbers = ", ".join(map(str, lines[:5]))
    return [
        Bilingual(
            zh=f"{path.name} 有 {len(lines)} 行已损坏，无法读取：第 {numbers} 行",
            en=f"{len(lines)} lines of {path.name} are damaged and cannot be read: {numbers}",
        )
    ]
