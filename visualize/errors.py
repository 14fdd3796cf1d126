"""The page that says what went wrong."""

from collections.abc import Mapping, Sequence

from fastapi import Request
from starlette.responses import Response

from visualize.language import language_of
from visualize.rendering import render


def error_page(
    request: Request, status: int, zh: str, en: str, problems: Sequence[Mapping[str, str]]
) -> Response:
    """Return a page for an error: its sentence, each problem of the request, and the way back."""
    sentence = {"zh": zh, "en": en}[language_of(request)]
    return render(request, "error.html", status=status, code=status, sentence=sentence, problems=problems)
