"""What a request may send: limits on its body, by what its head says and by what comes."""

import shutil
import tempfile
from pathlib import Path

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dutygraph.api.jobs.queue import Jobs
from dutygraph.api.jobs.spool import Spool
from dutygraph.api.route_policy import RoutePolicy
from dutygraph.bilingual import Bilingual
from dutygraph.errors import DutygraphError
from dutygraph.ingest.files.limits import MEGABYTE

_ORDINARY = MEGABYTE
"""Bytes of the body of any request but an upload."""
_ROOM = 3
"""An upload needs so many times its size on the disk: as sent, spooled, and what a reader unpacks of it."""
MOST_FILES = 500
_CLOSING, _TAIL = b"--", 8
"""How a multipart body ends, within so many bytes: the parser passes over a last part that is cut off."""


class TooLargeError(DutygraphError):
    """A request with a larger body, or more files, than is allowed."""

    status = 413
    code = "too_large"


class BrokenBodyError(DutygraphError):
    """A body that is not what its head says."""

    status = 400
    code = "broken_body"


class NoRoomError(DutygraphError):
    """An upload for which the disk has no room."""

    status = 507
    code = "no_room"
    public = Bilingual(
        "磁盘空间不足，文件没有收下，请腾出空间后再传",
        "there is no room on the disk for the files; nothing was kept, make room and send them again",
    )


class UploadLimitMiddleware:
    """Refuses bodies that are larger than allowed, by what they say of themselves and by what comes; in megabytes.

    Documents are refused as well when their job could not wait. Expects ``policy``, ``spool`` and ``jobs`` in the state.
    """

    def __init__(self, app: ASGIApp, megabytes: int) -> None:
        self._app, self._upload = app, megabytes * MEGABYTE

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on. Raises TooLargeError, NoRoomError and TooManyJobsError."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        spool: Spool = scope["state"]["spool"]
        policy: RoutePolicy = scope["state"]["policy"]
        is_upload = policy.body != "small"
        most = self._upload if is_upload else _ORDINARY
        if policy.body == "documents":
            jobs: Jobs = scope["state"]["jobs"]
            jobs.check_room()
        length = Headers(scope=scope).get("content-length", "")
        if length.isdecimal():
            _check(int(length), most, spool.folder)
        come, tail = 0, b""

        async def limited() -> Message:
            nonlocal come, tail
            message = await receive()
            body = message.get("body", b"")
            come, tail = come + len(body), (tail + body)[-_TAIL:]
            _check(come, most, spool.folder)
            ends = message["type"] == "http.request" and not message.get("more_body")
            if is_upload and ends and not tail.rstrip().endswith(_CLOSING):
                raise broken_body("the last part is cut off")
            return message

        await self._app(scope, limited, send)


def broken_body(detail: str) -> BrokenBodyError:
    """Return the error for a body of which the detail says what is wrong."""
    return BrokenBodyError(
        zh=f"请求内容无法读取，没有收下：{detail}",
        en=f"the body cannot be read, nothing was kept: {detail}",
    )


def too_many_files(count: int) -> TooLargeError:
    """Return the error for an upload of more files than ``MOST_FILES``."""
    return TooLargeError(
        zh=f"一次最多上传 {MOST_FILES} 个文件，收到 {count} 个",
        en=f"at most {MOST_FILES} files can be sent at once, these are {count}",
    )


def too_large(most: int) -> TooLargeError:
    """Return the error for a body of more bytes than may be."""
    return TooLargeError(
        zh=f"请求内容超过 {most / MEGABYTE:g} MB（文件上传的上限由 DUTYGRAPH_UPLOAD_MEGABYTES 设置）",
        en=f"the body is larger than {most / MEGABYTE:g} MB (of uploads: DUTYGRAPH_UPLOAD_MEGABYTES)",
    )


def _check(size: int, most: int, spool: Path) -> None:
    if size > most:
        raise too_large(most)
    if size > _ORDINARY and _free(spool) < _ROOM * size:
        raise NoRoomError(
            zh=f"磁盘空间不足：{spool.parent} 或 {tempfile.gettempdir()}",
            en=f"there is no room in {spool.parent} or {tempfile.gettempdir()}",
        )


def _free(spool: Path) -> int:
    """Return the free bytes where uploads are spooled, or where they arrive, whichever is less."""
    there = next((folder for folder in spool.parents if folder.exists()), spool)
    return min(shutil.disk_usage(place).free for place in (there, tempfile.gettempdir()))
