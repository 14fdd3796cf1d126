"""What can go wrong with the graph."""

from dutygraph.bilingual import Bilingual
from dutygraph.errors import DutygraphError


class OntologyError(DutygraphError):
    """A label, edge type or property that the ontology lacks, or an ontology that contradicts itself."""


class LoadError(DutygraphError):
    """Nodes and edges that cannot be written as they are; nothing of them was written."""


class ModelError(DutygraphError):
    """A language model that is asked for and cannot be used."""


class WorkerError(DutygraphError):
    """A process that compares the lists of regions has ended before it answered."""


class UnknownDutyError(DutygraphError):
    """A text that stands for no duty or task of the graph, or for several."""

    status = 404
    code = "unknown_duty"


class StoreError(DutygraphError):
    """Base of the errors of the store: the database fails, or refuses what it is asked."""


class NoGraphError(StoreError):
    """A data folder in which nothing was ever read: which one, and how to fill it."""


class StoreUnavailableError(StoreError):
    """The database cannot be reached, refuses the password, or has gone away."""

    status = 503
    code = "store_unavailable"
    public = Bilingual(
        "图数据库暂时不可用，请稍后再试；原因见服务日志",
        "the graph database is not available; try again later, the reason is in the log of the service",
    )


class StoreBusyError(StoreError):
    """The data folder is held by a program that does not share it, or another command does not end its changes."""

    status = 503
    code = "store_busy"
    public = Bilingual("图数据库正忙，请稍后再试", "the graph database is busy; try again later")


class StoreFullError(StoreError):
    """The disk of the data folder has too little room; nothing was written."""

    status = 507
    code = "store_full"
    public = Bilingual(
        "磁盘空间不足，未写入任何内容，请联系管理员",
        "the disk of the service is full, nothing was written; tell who runs it",
    )


class DeadlineError(StoreError):
    """A read took longer than it was allowed and was ended."""

    status = 503
    code = "deadline"
    public = Bilingual(
        "查询超过时限，已被终止，请缩小查询范围或稍后再试",
        "the query took longer than allowed and was ended; narrow it down, or try again later",
    )


class QueryError(StoreError):
    """The database refused a statement; ``reason`` is its own code, as ``Neo.ClientError.Statement.SyntaxError``."""

    def __init__(self, *, zh: str, en: str, reason: str) -> None:
        super().__init__(zh=zh, en=en)
        self.reason = reason
