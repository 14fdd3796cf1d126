"""The topics of a graph as tests look at them: whole, all of a selection."""

from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.models import Topic
from dutygraph.queries.findings.read.selection import EVERYTHING, Selection
from dutygraph.queries.findings.read.topics import read_topics, topic_entries


def list_topics(store: GraphStore, selection: Selection = EVERYTHING) -> list[Topic]:
    """Return the topics of a selection whole, in rank order."""
    return read_topics(store, topic_entries(store, selection)).topics
