"""What a list warns of, but for how much of it was read: tests of layouts say what is told, those of accounting how much."""

from dutygraph.ingest.records import DutyList, ParseWarning


def told(found: DutyList) -> list[ParseWarning]:
    """Return the warnings of a list in order, without the sum of what was not read."""
    return [warning for warning in found.warnings if warning.code != "read_in_part"]
