"""A finding or topic with the form to judge it: what the pages of one, of the queue and of a refused form show."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fastapi import Request

from dutygraph import clock
from dutygraph.api.pages.page import reviewer_of
from dutygraph.api.routes.decisions import ChangedMeanwhileError, version_of
from dutygraph.errors import DutygraphError
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.queries.catalogue.bodies import short_names
from dutygraph.queries.findings.ids import Subject
from dutygraph.queries.findings.models import Verdict
from dutygraph.queries.findings.read.findings import finding_card
from dutygraph.queries.findings.read.topics import topic_card
from dutygraph.queries.findings.review.verdicts import verdict_records
from dutygraph.queries.findings.rules.headers import rules
from dutygraph.visualize.waterfall import waterfall


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader has put into the form that could not be taken, and why."""

    sent: Mapping[str, str] = field(default_factory=dict)
    refused: DutygraphError | None = None

    @property
    def overtaken(self) -> bool:
        """Whether somebody else has judged meanwhile; their word is shown, and counts as seen."""
        return isinstance(self.refused, ChangedMeanwhileError)


EMPTY = Draft()


def judging(
    request: Request, store: GraphStore, subject: Subject, id_: str, draft: Draft = EMPTY
) -> dict[str, Any]:
    """Return what the templates of a finding or topic need. Raises UnknownFindingError."""
    about = _topic(store, id_) if subject == "topic" else _finding(store, id_)
    return {
        **about,
        "last": version_of(verdict_records(store, about["item"].id)),
        "draft": defaultdict(
            str, {**_last_decision(about["card"].history), "by": reviewer_of(request), **draft.sent}
        ),
        "refused": draft.refused,
        "overtaken": draft.overtaken,
        "may_judge": request.state.actor.may("reviewer"),
    }


def _last_decision(history: Sequence[Verdict]) -> dict[str, str]:
    """What the last verdict says, to be changed or kept in the next one; its note stays with whoever wrote it.

    A due day that has passed meanwhile would not be taken again.
    """
    if not history:
        return {}
    last = history[-1]
    still_valid = {"value", "option", "responsible"} | (
        {"due"} if last.due and last.due >= clock.today() else set()
    )
    fields = last.model_dump(mode="json", include=still_valid)
    return {name: value or "" for name, value in fields.items()}


def _finding(store: GraphStore, id_: str) -> dict[str, Any]:
    card = finding_card(store, id_)
    (item,) = card.findings
    return {
        "card": card,
        "item": item,
        "topic": False,
        "steps": waterfall(item),
        "rule": rules().get(item.kind),
        "options": item.options,
    }


def _topic(store: GraphStore, id_: str) -> dict[str, Any]:
    card = topic_card(store, id_)
    options = dict.fromkeys(option for member in card.members for option in member.options)
    return {
        "card": card,
        "item": card.topics[0],
        "topic": True,
        "options": list(options),
        "short": short_names(store),
    }
