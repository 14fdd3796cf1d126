"""Statements as printed, with their place in the document."""

from fastapi import APIRouter

from dutygraph.api.dependencies import Store
from dutygraph.queries.catalogue.cards import StatementContext, statement_context

router = APIRouter(prefix="/statements", tags=["出处 / sources"])


@router.get(
    "/{statement}",
    summary="一条内容的原文、出处和上下文 / A statement in its place",
)
def statement(store: Store, statement: str) -> StatementContext:
    """A statement as printed, its source and what stands around it."""
    return statement_context(store, statement)
