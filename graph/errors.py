"""What can go wrong with the graph, said so that the reader knows what to do next."""


class GraphError(Exception):
    """Base of all errors of this room: one sentence in Chinese, the same in English."""

    def __init__(self, *, zh: str, en: str) -> None:
        super().__init__(f"{zh} ({en})")
        self.zh = zh
        self.en = en


class OntologyError(GraphError):
    """A label, edge type or property that the ontology lacks, or an ontology that contradicts itself."""


class LoadError(GraphError):
    """Nodes and edges that cannot be written as they are; nothing of them was written."""


class StoreUnavailableError(GraphError):
    """The database cannot be reached, refuses the password, or has gone away."""


class StoreBusyError(GraphError):
    """The data folder is held by another program that does not share it."""


class DeadlineError(GraphError):
    """A read took longer than it was allowed and was ended."""


class QueryError(GraphError):
    """The database refused a statement; ``code`` is its own, as ``Neo.ClientError.Statement.SyntaxError``."""

    def __init__(self, *, zh: str, en: str, code: str) -> None:
        super().__init__(zh=zh, en=en)
        self.code = code


class UnknownDutyError(GraphError):
    """A text that stands for no duty or task of the graph, or for several."""


class ModelError(GraphError):
    """A language model that is asked for and cannot be used."""
