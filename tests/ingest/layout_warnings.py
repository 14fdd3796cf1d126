"""The warnings of a list that tests of layouts compare: all but how much of it was read, which tests of accounting do."""

from dutygraph.ingest.records import DutyList, ParseWarning


def layout_warnings(found: DutyList) -> list[ParseWarning]:
    """Return the warnings of a list in order, without the sum of what was not read."""
    return [warning for warning in found.warnings if warning.code != "read_in_part"]
