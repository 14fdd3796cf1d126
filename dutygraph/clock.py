"""Which day it is: asked here alone, so that tests can say it."""

from datetime import date, datetime


def today() -> date:
    """Return the day where this machine stands."""
    return datetime.now().astimezone().date()
