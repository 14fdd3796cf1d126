"""What a letter to a department is made of."""

from typing import Any

import pytest

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.cypher_files import cypher
from dutygraph.queries.letters.selection import LetterFilters, letter_data


def test_a_letter_reads_no_more_of_the_graph_than_it_tells(
    sample: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, asked = GraphStore.read, dict[str, Any]()

    def counted(store: GraphStore, statement: str, parameters: Any = None) -> Any:
        asked[statement] = parameters or {}
        return read(store, statement, parameters)

    monkeypatch.setattr(GraphStore, "read", counted)
    told = letter_data(sample, "区民政局", LetterFilters(status=["open"]))
    topics = {one.topic for one in told.findings.findings if one.topic}
    assert topics
    assert set(asked[cypher("topic_payloads")]["ids"]) == topics == set(told.topics)
    assert cypher("document_warnings") not in asked
