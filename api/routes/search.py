"""Search by text."""

from typing import Annotated

from fastapi import APIRouter, Query

from dutygraph.api.dependencies import Department, Settings, Store
from dutygraph.queries.catalogue.arguments import Scalar
from dutygraph.queries.catalogue.named_queries import Answer, run_query

router = APIRouter(tags=["检索 / search"])


@router.get("/search", summary="含某词的全部内容 / Every statement that contains a text")
def search(
    store: Store,
    settings: Settings,
    q: Annotated[
        str, Query(min_length=1, description="要找的文字，两个字即可 / text; two characters are enough")
    ],
    department: Department = None,
) -> Answer:
    """Every statement that contains a text."""
    arguments: dict[str, Scalar] = {"text": q, "department": department or "", "limit": settings.max_rows}
    return run_query(store, "search", arguments)
