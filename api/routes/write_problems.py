"""Errors that any route may meet which writes, or reads what writes leave, for its description."""

from dutygraph.api.requests.uploads import too_large
from dutygraph.api.security.errors import foreign_site, role_needed, token_needed
from dutygraph.errors import UnwritableFileError
from dutygraph.graph.errors import StoreBusyError, StoreUnavailableError
from dutygraph.ingest.files.limits import MEGABYTE
from dutygraph.queries.errors import ArgumentError

_BAD_PARAMETER = ArgumentError(zh="请求参数有误", en="the parameters of the request do not fit")

ANY_READ = (token_needed(), _BAD_PARAMETER, StoreUnavailableError(zh="", en=""))
ANY_WRITE = (
    *ANY_READ,
    foreign_site(),
    role_needed("reform-office", "reader", "editor"),
    too_large(MEGABYTE),
    StoreBusyError(zh="", en=""),
    UnwritableFileError("", zh="", en=""),
)
