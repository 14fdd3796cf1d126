"""Writes that take effect at once: what people say about findings and topics, and how rules are set."""

import re
from collections.abc import Collection, Sequence
from threading import Lock
from typing import Annotated

from fastapi import Header, Request, Response
from pydantic import BaseModel, ConfigDict, Field, Strict, field_validator

from dutygraph.api.dependencies import Store
from dutygraph.api.negotiation import JSON
from dutygraph.api.problems import problems
from dutygraph.api.requests.write_route import WriteRoute, wrong_media_type
from dutygraph.api.route_policy import CACHED, WRITE, PolicyRouter
from dutygraph.api.routes.write_problems import ANY_READ, ANY_WRITE
from dutygraph.api.security.access import Client, Editor, Reviewer
from dutygraph.api.security.audit import audited
from dutygraph.errors import DutygraphError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.errors import ArgumentError, UnknownFindingError, UnknownQueryError
from dutygraph.queries.findings.ids import Subject, judged_row
from dutygraph.queries.findings.models import Verdict
from dutygraph.queries.findings.review.decisions import AnonymousDecision, Decision, Name, VerdictRecord
from dutygraph.queries.findings.review.user_input import none_for_empty
from dutygraph.queries.findings.review.verdicts import judge, verdict_records
from dutygraph.queries.findings.rules.cards import RuleCard, rule_card
from dutygraph.queries.findings.rules.settings import set_rule

_looks = PolicyRouter(CACHED, WriteRoute)
_decisions = PolicyRouter(WRITE, WriteRoute)
ROUTERS = (_looks, _decisions)
NOBODY = "none"
"""The version of a verdict that nobody has given."""
_JUDGING = Lock()
"""Between the look at the last verdict and the next one nobody else's comes; other processes are few (the command line)."""
_STRONG_TAG = re.compile(r'(?<!W/)"([^"]*)"')


class ChangedMeanwhileError(DutygraphError):
    """A verdict by somebody who has not seen the last one."""

    status = 412
    code = "judged_meanwhile"


class SentDecision(AnonymousDecision):
    """A verdict as programs send it."""

    by: Name | None = Field(
        None, description="核查人，不写时为令牌的名称 / who says so; by default the name of the token"
    )

    _unnamed = field_validator("by", mode="before")(none_for_empty)

    def by_whom(self, actor: Client) -> Decision:
        """Return the verdict with whose it is. Raises ArgumentError when nobody is named and the actor has no token."""
        by = self.by or actor.name
        if not by:
            raise ArgumentError(zh="by 必须给出（没有令牌）", en="by: Field required (there is no token)")
        return Decision(**self.model_dump(exclude={"by"}), by=by)


class LastVerdict(BaseModel):
    """The last verdict on a finding or topic; ``version`` goes into ``If-Match`` of the next one."""

    id: str
    verdict: Verdict | None
    version: str
    reached: list[str] = []
    """After a verdict: the ids of the findings that stand by it now."""


class RuleSettings(BaseModel):
    """How a rule is to be set; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    on: bool | None = None
    values: dict[str, Annotated[float, Strict()] | None] = Field(
        default_factory=dict,
        description="阈值，null 恢复默认值 / thresholds by name; null brings the default back",
        examples=[{"min_score": 0.5}],
    )


def _judged_meanwhile(verdict: Verdict | None) -> ChangedMeanwhileError:
    by, value, note = (verdict.by, verdict.value, verdict.note) if verdict else ("?", "?", None)
    return ChangedMeanwhileError(
        zh=f"{by} 在此期间已给出意见（{value}{f'：{note}' if note else ''}），请看过后再提交",
        en=f"{by} has given a verdict meanwhile ({value}{f': {note}' if note else ''}); look at it and send yours again",
    )


_UNKNOWN_FINDING = UnknownFindingError(
    zh="没有编号为“finding-0”的问题线索", en="there is no finding 'finding-0'"
)
_LAST = problems(*ANY_READ, _UNKNOWN_FINDING)
_JUDGE = problems(
    *ANY_WRITE,
    _UNKNOWN_FINDING,
    _judged_meanwhile(Verdict(value="confirmed", by="李明", at="2026-11-29T03:40:00.000Z")),
    wrong_media_type(JSON),
)
_RULE = problems(
    *ANY_WRITE,
    UnknownQueryError(zh="没有规则“overlap.dutty”", en="there is no rule 'overlap.dutty'"),
    wrong_media_type(JSON),
)


@_looks.get(
    "/findings/{finding}/verdict",
    tags=["核查意见 / verdicts"],
    summary="最近的核查意见 / The last verdict",
    responses=_LAST,
)
def finding_verdict(response: Response, store: Store, finding: str) -> LastVerdict:
    """The last verdict that was given on a finding itself, and its version."""
    return _tagged(response, last_verdict(store, "finding", finding))


@_looks.get(
    "/topics/{topic}/verdict",
    tags=["核查意见 / verdicts"],
    summary="最近的核查意见 / The last verdict",
    responses=_LAST,
)
def topic_verdict(response: Response, store: Store, topic: str) -> LastVerdict:
    """The last verdict that was given on a topic itself, and its version."""
    return _tagged(response, last_verdict(store, "topic", topic))


_IfMatch = Annotated[
    list[str] | None,
    Header(description="所见意见的 ETag，已有他人意见时回答 412 / the ETag of the verdict that was seen"),
]


@_decisions.put(
    "/findings/{finding}/verdict",
    tags=["核查意见 / verdicts"],
    summary="核查一条线索 / Judge a finding",
    responses=_JUDGE,
)
def judge_finding(
    request: Request,
    response: Response,
    actor: Reviewer,
    finding: str,
    sent: SentDecision,
    if_match: _IfMatch = None,
) -> LastVerdict:
    """Add a verdict to a finding; earlier ones stay in its history."""
    last = judged(request, actor, "finding", finding, sent.by_whom(actor), _seen(if_match))
    return _tagged(response, last)


@_decisions.put(
    "/topics/{topic}/verdict",
    tags=["核查意见 / verdicts"],
    summary="核查一个议题 / Judge a topic",
    responses=_JUDGE,
)
def judge_topic(
    request: Request,
    response: Response,
    actor: Reviewer,
    topic: str,
    sent: SentDecision,
    if_match: _IfMatch = None,
) -> LastVerdict:
    """Add a verdict to a topic; it reaches those of its findings that have none of their own."""
    last = judged(request, actor, "topic", topic, sent.by_whom(actor), _seen(if_match))
    return _tagged(response, last)


@_decisions.put("/rules/{kind}", tags=["规则 / rules"], summary="设置规则 / Set a rule", responses=_RULE)
def change_rule(request: Request, store: Store, actor: Editor, kind: str, wanted: RuleSettings) -> RuleCard:
    """Switch a rule on or off and give it other thresholds; ``POST /recompute`` brings the findings up to date."""
    changed_rule(request, actor, kind, wanted)
    return rule_card(store, kind)


def changed_rule(request: Request, actor: Client, kind: str, wanted: RuleSettings) -> None:
    """Set a rule, and note who did. Raises UnknownQueryError, and ArgumentError as ``set_rule`` does."""
    store: GraphStore = request.state.store
    with audited(request, actor, "rule", kind, wanted.model_dump(exclude_none=True)):
        set_rule(store, kind, on=wanted.on, values=wanted.values)


def last_verdict(store: GraphStore, subject: Subject, name: str) -> LastVerdict:
    """Return the last verdict on a finding or topic (an id or its beginning); raises UnknownFindingError."""
    id_ = judged_row(store, name, subject)["id"]
    records = verdict_records(store, id_)
    verdict = records[-1].verdict if records else None
    return LastVerdict(id=id_, verdict=verdict, version=version_of(records))


def version_of(records: Sequence[VerdictRecord]) -> str:
    """Return the version of what people have said, in the order of time, about a finding or topic."""
    return records[-1].id if records else NOBODY


def judged(
    request: Request,
    actor: Client,
    subject: Subject,
    name: str,
    decision: Decision,
    seen: Collection[str] | None,
) -> LastVerdict:
    """Add a verdict, given by somebody who has seen one of the versions ``seen`` of the last one (None: does not say).

    Raises UnknownFindingError, and ChangedMeanwhileError that says the other's word.
    """
    store: GraphStore = request.state.store
    details = decision.model_dump(mode="json", exclude_none=True)
    with _JUDGING, audited(request, actor, "verdict", name, details):
        last = last_verdict(store, subject, name)
        if seen is not None and last.version not in seen:
            raise _judged_meanwhile(last.verdict)
        reached = judge(store, last.id, decision).reached
    return last_verdict(store, subject, last.id).model_copy(update={"reached": list(reached)})


def _seen(if_match: Sequence[str] | None) -> Collection[str] | None:
    """Return the versions that an ``If-Match`` names (RFC 9110, 13.1.1); None when any will do.

    The asterisk stands for any that there is: what can be judged has one. A tag without quotation marks counts as one, a
    weak one never matches.
    """
    if if_match is None:
        return None
    text = ",".join(if_match).strip()
    return None if text == "*" else {*_STRONG_TAG.findall(text), text}


def _tagged(response: Response, last: LastVerdict) -> LastVerdict:
    response.headers["ETag"] = f'"{last.version}"'
    return last
