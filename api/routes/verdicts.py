"""What people say about findings; it is written on the command line."""

from fastapi import APIRouter

from dutygraph.api.dependencies import Store
from dutygraph.queries.verdicts.report import VerdictReport, verdict_report

router = APIRouter(prefix="/verdicts", tags=["核查意见 / verdicts"])


@router.get("/report", summary="需复查的核查意见 / Verdicts to be looked at again")
def report(store: Store) -> VerdictReport:
    """Where what is computed now does not fit the verdicts, or people do not agree."""
    return verdict_report(store)
