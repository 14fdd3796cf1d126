"""Translation of the driver's errors into those of this project."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import AuthError, DriverError, Neo4jError, TransientError

from dutygraph.graph.errors import (
    DeadlineError,
    QueryError,
    StoreBusyError,
    StoreError,
    StoreUnavailableError,
)

_MARK = re.compile(r"/\*dutygraph [0-9a-f]+ \d+\*/ ")
"""What ``deadline`` puts before a statement."""
_ENDED = (
    "Neo.ClientError.Transaction.Terminated",
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
)


@contextmanager
def translated(uri: str, timeout: float | None = None) -> Iterator[None]:
    """Raise a StoreError in place of an error of the driver; ``timeout`` is the statement's limit in seconds."""
    try:
        yield
    except Neo4jError as error:
        raise _refused(error, uri, timeout) from error
    except (DriverError, OSError) as error:
        raise StoreUnavailableError(
            zh=f"连不上图数据库 {uri}：{error}。如为另一窗口打开的数据文件夹，该窗口可能已关闭，请重新运行",
            en=f"cannot reach the database at {uri}: {error}; if another window had opened the data folder,"
            " it may have been closed: run this again",
        ) from error


def overdue(seconds: float) -> DeadlineError:
    """Return the error for work that had so many seconds."""
    return DeadlineError(
        zh=f"查询超过 {seconds:g} 秒，已被终止。请缩小查询范围",
        en=f"the query took longer than {seconds:g} seconds and was ended; narrow it down",
    )


def _said(error: Neo4jError) -> str:
    """Return the message of an error as it would be without the mark of our time limit; a caret below it moves along."""
    message = error.message or ""
    mark = _MARK.search(message)
    if mark is None:
        return message
    return re.sub(rf"^ {{{len(mark[0])}}}(?= *\^)", "", message.replace(mark[0], ""), flags=re.MULTILINE)


def _refused(error: Neo4jError, uri: str, timeout: float | None) -> StoreError:
    if isinstance(error, AuthError):
        return StoreUnavailableError(
            zh=f"图数据库 {uri} 拒绝了用户名或密码，请检查 DUTYGRAPH_USER 和 DUTYGRAPH_PASSWORD",
            en=f"the database at {uri} refuses user or password; check DUTYGRAPH_USER and DUTYGRAPH_PASSWORD",
        )
    if error.code == "Neo.ClientError.Database.DatabaseNotFound":
        return StoreUnavailableError(
            zh=f"{uri} 上没有所设的数据库，请检查 DUTYGRAPH_DATABASE：{error.message}",
            en=f"there is no such database at {uri}; check DUTYGRAPH_DATABASE: {error.message}",
        )
    if timeout is not None and error.code in _ENDED:
        return overdue(timeout)
    if isinstance(error, TransientError):
        return StoreBusyError(
            zh=f"图数据库正忙，多次重试仍未成功：{error.message}。请稍后再试",
            en=f"the database is busy and every retry failed: {error.message}; try again later",
        )
    return QueryError(
        zh=f"图数据库拒绝执行：{_said(error)}",
        en=f"the database refused the statement: {_said(error)}",
        reason=error.code or "",
    )
