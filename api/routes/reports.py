"""Reports on the review, as files to be handed on."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from fastapi import Path, Query
from pydantic import ConfigDict, Field
from starlette.responses import Response

from dutygraph.api.data_route import data_routes
from dutygraph.api.dependencies import Store
from dutygraph.api.negotiation import TABLES
from dutygraph.api.route_policy import DEAR
from dutygraph.queries.findings.read.filters import FindingFilters
from dutygraph.queries.findings.read.report_data import report_data
from dutygraph.visualize.report.files import ReportShape, report_file
from dutygraph.visualize.texts import Language

TYPES: Mapping[str, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": TABLES["xlsx"],
    "html": "text/html",
}
DESCRIBED: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in TYPES.values()}}
}
router = data_routes(DEAR, "/reports", "报告 / reports")


class ReportRequest(FindingFilters):
    """What a report is about: the filters of findings, or one topic."""

    model_config = ConfigDict(populate_by_name=True)

    topic: str | None = Field(
        None, description="议题编号或其开头，只报告这一议题 / only this topic, by its id"
    )
    on_demand: bool = Field(
        False,
        description="是否也列无人核查的常规交叉、可能重叠 / ordinary interplay and possible overlaps too, judged or not",
    )
    lang: Language = Field("zh", description="报告的语言 / language of the report")


@router.get(
    "/{format}",
    summary="核查报告（Word、Excel、网页） / A report on the review",
    response_class=Response,
    responses=DESCRIBED,
)
def report(
    store: Store,
    shape: Annotated[
        Literal["docx", "xlsx", "html"],
        Path(
            alias="format", description="格式 / docx for Word, xlsx for Excel, html for one file of its own"
        ),
    ],
    params: Annotated[ReportRequest, Query()],
) -> Response:
    """What to do, who shall do it and by when, then what is open, with every text quoted and its place."""
    data = report_data(store, params.selection, params.topic, on_demand=params.on_demand)
    headers = {"Content-Disposition": f'attachment; filename="report.{shape}"'}
    return Response(
        report_file(data, ReportShape(shape), params.lang), media_type=TYPES[shape], headers=headers
    )
