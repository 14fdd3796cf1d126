"""The page that says what went wrong."""

from collections.abc import Mapping, Sequence

from fastapi import Request
from starlette.responses import Response

from dutygraph.api.language import language_of
from dutygraph.bilingual import Bilingual
from dutygraph.visualize.rendering import render


def error_page(
    request: Request, status: int, text: Bilingual, problems: Sequence[Mapping[str, str]], request_id: str
) -> Response:
    """Return a page for an error: its sentence, each problem of the request, and the way back.

    For an error of the service it names the request, to be found in the log.
    """
    return render(
        request,
        "error.html",
        status=status,
        code=status,
        sentence=text.zh if language_of(request) == "zh" else text.en,
        problems=problems,
        request_id=request_id if status >= 500 else None,
    )
