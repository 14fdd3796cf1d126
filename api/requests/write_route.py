"""What holds for every route that writes: the sender's role and the kind of body are checked before any of it is read."""

from email.message import Message

from fastapi import Request, params
from starlette.exceptions import HTTPException
from starlette.responses import Response

from dutygraph.api.data_route import Answering, StrictRoute
from dutygraph.api.negotiation import JSON
from dutygraph.api.requests.uploads import broken_body
from dutygraph.api.revision_probe import RevisionProbe
from dutygraph.api.security.access import needed_role
from dutygraph.errors import DutygraphError, UnwritableFileError
from dutygraph.whole_files import reason_of

_MULTIPART = "multipart/form-data"
_FORM = "application/x-www-form-urlencoded"


class MediaTypeError(DutygraphError):
    """A body of a kind that the route does not take."""

    status = 415
    code = "media_type"


class WriteRoute(StrictRoute):
    """A route that reads nothing of a request that it will refuse, and says why a body could not be read.

    While the database is away it refuses all that it would have to write.
    """

    def get_route_handler(self) -> Answering:
        """Return what answers a request."""
        handle = super().get_route_handler()
        role, taken = needed_role(self.dependant), self._media_types()

        async def answer(request: Request) -> Response:
            probe: RevisionProbe = request.state.probe
            if role is not None:
                request.state.actor.check(role)
            if taken and _media_type(request) not in taken:
                raise wrong_media_type(*taken)
            if role is not None and request.method != "GET":
                await probe.revision()
            try:
                return await handle(request)
            except HTTPException as error:
                raise _cause(error) from error

        return answer

    def _media_types(self) -> tuple[str, ...]:
        fields = [field.field_info for field in self.dependant.body_params]
        if any(isinstance(field, params.File) for field in fields):
            return (_MULTIPART,)
        if any(isinstance(field, params.Form) for field in fields):
            return (_MULTIPART, _FORM)
        return (JSON,) if fields else ()


def wrong_media_type(*taken: str) -> MediaTypeError:
    """Return the error for a body that is none of what a route takes."""
    return MediaTypeError(
        zh=f"请求内容的类型（Content-Type）应为 {'、'.join(taken)}",
        en=f"the body has to be {' or '.join(taken)} (Content-Type)",
    )


def _media_type(request: Request) -> str:
    message = Message()
    message["content-type"] = request.headers.get("content-type", "none/none")
    type_ = message.get_content_type()
    return JSON if type_.startswith("application/") and type_.endswith("+json") else type_


def _cause(error: HTTPException) -> Exception:
    """Return the error that FastAPI met while it read the body, which it reports as a wrong request whatever it was."""
    cause = error.__cause__
    if isinstance(cause, DutygraphError):
        return cause
    if isinstance(cause, OSError):
        reason = reason_of(cause)
        return UnwritableFileError("the body of a request", zh=reason.zh, en=reason.en)
    return broken_body(str(error.detail)) if error.status_code == 400 else error
