"""What can be wrong with a question, said so that whoever asked can mend it."""

from graph.errors import GraphError


class CatalogueError(GraphError):
    """Query or rule files whose headers are wrong; every mistake is named."""


class UnknownQueryError(GraphError):
    """A query or a kind of finding that does not exist."""


class ArgumentError(GraphError):
    """A parameter that is missing, unknown, or not of its type."""


class UnknownFindingError(GraphError):
    """An id that stands for no finding, or the beginning of several."""


class UnknownDepartmentError(ArgumentError):
    """A name that stands for no department of the graph, or for several."""


class UnknownRegionError(ArgumentError):
    """A name that stands for no region with departments in the graph, or for several."""


class VerdictFileError(GraphError):
    """A file of verdicts that cannot be read or written, or with lines that are none; nothing was taken from it."""
