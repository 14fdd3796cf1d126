"""Days by which somebody has to act or to answer."""

from datetime import date

from dutygraph import clock
from dutygraph.queries.errors import ArgumentError


def check_due(due: date | None) -> None:
    """Raise ArgumentError for a day that has passed."""
    today = clock.today()
    if due is not None and due < today:
        raise ArgumentError(
            zh=f"期限 {due} 已过，请填写今天（{today}）或以后的日期",
            en=f"the due day {due} has passed; give today ({today}) or a later day",
        )
