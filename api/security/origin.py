"""Where a request comes from: a browser on our own pages, another site, or another machine behind a proxy."""

from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection

from dutygraph.api.security.errors import foreign_site, token_needed

_PORTS = {"http": 80, "https": 443}
_FORWARDED = ("forwarded", "via", "x-real-ip")
_FORWARDED_PREFIX = "x-forwarded-"


class Origin(NamedTuple):
    """What makes a site one (RFC 6454)."""

    scheme: str
    host: str
    port: int | None


def check_origin(request: HTTPConnection) -> None:
    """Let a write pass that a browser says to come from our own pages, by Fetch Metadata and Origin, whichever it sends.

    The own site is what the request itself names: the scheme (behind a proxy that ends TLS that of ``X-Forwarded-Proto``,
    which uvicorn takes from proxies it trusts), and ``Host``. Raises ForbiddenError for another site, and
    UnknownClientError for what is no browser.
    """
    if not by_browser(request.headers):
        raise token_needed()
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    own = _origin(f"{request.scope['scheme']}://{request.headers.get('host', '')}")
    if site not in (None, "same-origin") or (origin is not None and _origin(origin) != own):
        raise foreign_site()


def by_browser(headers: Headers) -> bool:
    """Whether a request says from which site it comes, as browsers do and other programs need not."""
    return bool(headers.get("sec-fetch-site")) or "origin" in headers


def forwarded(headers: Headers) -> bool:
    """Whether a request has come through a proxy, and so from somebody who need not sit at this machine."""
    return any(name in _FORWARDED or name.startswith(_FORWARDED_PREFIX) for name in headers)


def _origin(address: str) -> Origin | None:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return None
    return Origin(parts.scheme, parts.hostname, port or _PORTS.get(parts.scheme)) if parts.hostname else None
