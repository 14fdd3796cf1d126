"""What the analyses say beside the lists: their files as they stand, the version of the package, and what users have set."""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.metadata import version
from importlib.resources.abc import Traversable

from dutygraph.graph.identity import digest
from dutygraph.graph.limits import EmbeddingSettings, analysis_limits

_ROOMS = ("graph.analysis", "graph.similarity", "graph.cypher", "ingest.names", "ingest.laws")
"""The analyses, what they ask the graph, and the names and laws that they know."""
_DECIDE = (".py", ".yaml", ".csv", ".cypher")


def analyses_version() -> str:
    """Return a hash that is another one when the analyses may come to other results with the same lists."""
    return digest(
        _files_version(), analysis_limits().model_dump_json(), EmbeddingSettings().model_dump_json()
    )


@cache
def _files_version() -> str:
    """Return a hash of the package's version and of all files that decide, read once in a process."""
    files = (file for room in _ROOMS for file in _files(resources.files(f"dutygraph.{room}")))
    return digest(version("dutygraph"), *(file.read_text(encoding="utf-8") for file in files))


def _files(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _files(entry)
        elif entry.name.endswith(_DECIDE):
            yield entry
