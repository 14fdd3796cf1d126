"""What whoever sends documents says of all of them, beside what they print."""

from dataclasses import dataclass

from dutygraph.ingest.lists.stated_columns import stated_columns
from dutygraph.ingest.names.stated_region import stated_region


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """The options of ``dutygraph ingest``, each "" where nothing is said."""

    department: str = ""
    """The body that publishes the lists that name none."""
    region: str = ""
    """The region of the lists, by name or code (``stated_region``)."""
    columns: str = ""
    """What unknown headers stand for: 承接处所=office,履职要点=task (``stated_columns``)."""

    def check(self) -> None:
        """Raise RegionNameError for a region that is none, StatedColumnsError for columns that cannot be."""
        stated_columns(self.columns)
        if self.region:
            stated_region(self.region)


NO_OPTIONS = ReadingOptions()
