"""All journals of what people say, compared with the graph."""

from dutygraph.bilingual import Bilingual
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.findings.review.comments import COMMENTS
from dutygraph.queries.findings.review.verdicts import VERDICTS


def reconcile_journals(store: GraphStore) -> list[Bilingual]:
    """Compare all that people have said with its journals, as ``SaidJournal.compare`` does; return what was amiss."""
    return [*VERDICTS.compare(store), *COMMENTS.compare(store)]
