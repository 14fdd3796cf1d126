"""What can be wrong with a question, said so that whoever asked can mend it."""

from collections.abc import Iterable

from dutygraph.bilingual import Bilingual
from dutygraph.errors import DutygraphError


class CatalogueError(DutygraphError):
    """Query or rule files whose headers are wrong; every mistake is named."""


class VerdictFileError(DutygraphError):
    """A file of verdicts that cannot be read or written, or with lines that are none; nothing was taken from it."""


class UnknownQueryError(DutygraphError):
    """A query or a kind of finding that does not exist."""

    status = 404
    code = "unknown_query"


class UnknownFindingError(DutygraphError):
    """An id that stands for no finding, or the beginning of several."""

    status = 404
    code = "unknown_finding"


class UnknownStatementError(DutygraphError):
    """An id that stands for no statement of the graph."""

    status = 404
    code = "unknown_statement"


class ArgumentError(DutygraphError):
    """A parameter that is missing, unknown, or not of its type."""

    status = 422
    code = "bad_parameter"


class UnknownDepartmentError(ArgumentError):
    """A name that stands for no department of the graph, or for several."""

    status = 404
    code = "unknown_department"


class UnknownRegionError(ArgumentError):
    """A name that stands for no region with departments in the graph, or for several."""


def argument_error(mistakes: Iterable[Bilingual]) -> ArgumentError:
    """Return an ArgumentError that names all of these mistakes."""
    texts = list(mistakes)
    return ArgumentError(zh="；".join(text.zh for text in texts), en="; ".join(text.en for text in texts))
