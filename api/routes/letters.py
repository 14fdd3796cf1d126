"""Letters to departments: written as files, and read when they come back filled in."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import File, Path, Query, Request, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from dutygraph.api.data_route import data_routes
from dutygraph.api.dependencies import Store
from dutygraph.api.jobs.spool import Spool
from dutygraph.api.problems import problems
from dutygraph.api.requests.uploads import NoRoomError, broken_body, too_large
from dutygraph.api.requests.write_route import WriteRoute, wrong_media_type
from dutygraph.api.route_policy import DEAR, FILE, PolicyRouter
from dutygraph.api.routes.reports import DESCRIBED, TYPES
from dutygraph.api.routes.write_problems import ANY_WRITE
from dutygraph.api.security.access import Client, Reviewer
from dutygraph.api.security.audit import audited
from dutygraph.graph.store.graph_store import GraphStore
from dutygraph.ingest.files.limits import MEGABYTE
from dutygraph.queries.errors import LetterError
from dutygraph.queries.findings.models import Comment
from dutygraph.queries.letters.reading import LetterRead, read_letter
from dutygraph.queries.letters.selection import LetterFilters
from dutygraph.visualize.report.letter_files import LetterShape, letter_file
from dutygraph.visualize.texts import Language

_written = data_routes(DEAR, "/reports", "报告 / reports")
_answered = PolicyRouter(FILE, WriteRoute, "核查意见 / verdicts")
ROUTERS = (_written, _answered)


class LetterRequest(LetterFilters):
    """To whom a letter goes, and about what."""

    model_config = ConfigDict(populate_by_name=True)

    department: str = Field(
        min_length=1, description="部门名称、别称或编号 / name, other name or id of a department"
    )
    lang: Language = Field("zh", description="函的语言 / language of the letter")


class UnmatchedRow(BaseModel):
    """A row of a letter whose answer belongs to no finding: where it stands, and why."""

    place: dict[str, Any]
    zh: str
    en: str


class LetterAnswers(BaseModel):
    """What a letter brought."""

    source: str
    comments: Sequence[Comment]
    new: int
    """Answers that were not there before."""
    blank: int
    """Rows without an answer."""
    unmatched: list[UnmatchedRow]
    """Rows of which nothing was kept."""


@_written.get(
    "/letter/{format}",
    summary="征求意见函（Word、Excel） / A letter to a department",
    response_class=Response,
    responses=DESCRIBED,
)
def write_letter(
    store: Store,
    shape: Annotated[LetterShape, Path(alias="format", description="格式 / docx for Word, xlsx for Excel")],
    params: Annotated[LetterRequest, Query()],
) -> Response:
    """A letter that asks a department about its findings (confirmed and undecided ones), with a column for its answers."""
    headers = {"Content-Disposition": f'attachment; filename="letter.{shape}"'}
    content = letter_file(store, params.department, params, shape, params.lang)
    return Response(content, media_type=TYPES[shape], headers=headers)


@_answered.post(
    "/letters",
    summary="读回填好的征求意见函 / Read a filled-in letter",
    responses=problems(
        *ANY_WRITE,
        broken_body("Missing boundary in multipart."),
        too_large(200 * MEGABYTE),
        wrong_media_type("multipart/form-data"),
        LetterError(zh="a.docx 中没有征求意见表的编号", en="a.docx has no row with a code of a letter"),
        NoRoomError(zh="", en=""),
    ),
)
def send_letter(
    request: Request, actor: Reviewer, file: Annotated[UploadFile, File(description="填好的函 / the letter")]
) -> LetterAnswers:
    """Keep the answers of a letter as comments on its findings; rows that belong to no finding are listed."""
    read = taken_letter(request, actor, file)
    rows = [
        UnmatchedRow(place=one.place.model_dump(), zh=one.why.zh, en=one.why.en) for one in read.unmatched
    ]
    return LetterAnswers(
        source=read.source, comments=read.comments, new=len(read.new), blank=read.blank, unmatched=rows
    )


def taken_letter(request: Request, actor: Client, file: UploadFile) -> LetterRead:
    """Read an uploaded letter, and note who sent it. Raises what ``read_letter`` raises."""
    spool: Spool = request.state.spool
    store: GraphStore = request.state.store
    upload = spool.keep([file])
    ((path, name),) = upload.files
    try:
        with audited(request, actor, "letter", "/letters", {"file": name}):
            return read_letter(store, path, name)
    finally:
        upload.remove()
