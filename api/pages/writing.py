"""Forms that work without scripts: a verdict on a finding or topic, and the login with a token."""

from typing import Annotated
from urllib.parse import quote, urlsplit

from fastapi import Form, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from dutygraph.api.dependencies import Settings, Store
from dutygraph.api.negotiation import pages
from dutygraph.api.pages.judging import Draft, judging
from dutygraph.api.pages.page import REVIEWER, YEAR, render
from dutygraph.api.requests.write_route import WriteRoute
from dutygraph.api.route_policy import OPEN, WRITE, PolicyRouter
from dutygraph.api.routes.decisions import ChangedMeanwhileError, judged
from dutygraph.api.security.access import COOKIE, LOGIN, Client, Reviewer, holder
from dutygraph.api.security.errors import token_needed
from dutygraph.queries.errors import ArgumentError
from dutygraph.queries.findings.ids import Subject
from dutygraph.queries.findings.review.decisions import Decision

_BESIDE = ("seen", "next")
"""Fields of the form that are no part of the verdict: the version of the last one that the reader saw, and where to go."""
login_page = pages(OPEN)
login_form = PolicyRouter(OPEN, WriteRoute, include_in_schema=False)
forms = PolicyRouter(WRITE, WriteRoute, include_in_schema=False)


@login_page.get(LOGIN)
def show_login(request: Request, next: str = "/") -> Response:  # noqa: A002 - the name in the address
    """Show the form at which a token is given."""
    return render(request, "login.html", next=_own(next))


@login_form.post(LOGIN)
def login(
    request: Request,
    store: Store,
    settings: Settings,
    token: Annotated[str, Form()],
    next: Annotated[str, Form()] = "/",  # noqa: A002
) -> Response:
    """Keep a token in the browser. Raises UnknownClientError for one that does not hold."""
    if holder(settings, store, token.strip()) is None:
        raise token_needed()
    response = RedirectResponse(_own(next), 303)
    encrypted = request.url.scheme == "https"
    response.set_cookie(
        COOKIE, token.strip(), max_age=YEAR, httponly=True, samesite="strict", secure=encrypted
    )
    return response


@forms.post("/findings/{finding}/verdict")
async def judge_finding(request: Request, actor: Reviewer, finding: str) -> Response:
    """Add the verdict of a form, and show the finding with it; a form that is refused is shown again."""
    return await _judge(request, actor, "finding", finding)


@forms.post("/topics/{topic}/verdict")
async def judge_topic(request: Request, actor: Reviewer, topic: str) -> Response:
    """Add the verdict of a form, and show the topic with it; a form that is refused is shown again."""
    return await _judge(request, actor, "topic", topic)


async def _judge(request: Request, actor: Client, subject: Subject, name: str) -> Response:
    draft = await taken(request, actor, subject, name)
    if draft.refused:
        return await run_in_threadpool(_again, request, subject, name, draft)
    onward = draft.sent.get("next", "")
    return remember(RedirectResponse(_own(onward) if onward else f"/{subject}s/{quote(name)}", 303), draft)


async def taken(request: Request, actor: Client, subject: Subject, name: str) -> Draft:
    """Add the verdict of a form on a finding or topic; return what was sent, and why it could not be taken.

    Raises UnknownFindingError.
    """
    sent = {key: value for key, value in (await request.form()).items() if isinstance(value, str)}
    try:
        decision = Decision.of({key: value for key, value in sent.items() if key not in _BESIDE})
        versions = {sent["seen"]} if "seen" in sent else None
        await run_in_threadpool(judged, request, actor, subject, name, decision, versions)
    except (ArgumentError, ChangedMeanwhileError) as error:
        return Draft(sent, error)
    return Draft(sent)


def remember(response: Response, draft: Draft) -> Response:
    """Let a browser remember who judged."""
    name = draft.sent["by"].strip()
    response.set_cookie(REVIEWER, quote(name), max_age=YEAR, httponly=True, samesite="lax")
    return response


def _again(request: Request, subject: Subject, name: str, draft: Draft) -> Response:
    shown = judging(request, request.state.store, subject, name, draft)
    return render(request, f"{subject}.html", **shown)


def _own(address: str) -> str:
    """Return an address of this service: a path, whatever was sent."""
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no address of a host
        return "/"
    own = not parts.scheme and not parts.netloc and address.startswith("/") and "\\" not in address[:2]
    return address if own and not address.startswith("//") else "/"
