"""Cypher statements that are neither named queries nor rules: files in ``cypher/``."""

from functools import cache
from importlib import resources

from dutygraph.graph.store.cypher_files import filled


@cache
def cypher(file: str, **names: str) -> str:
    """Return ``cypher/<file>.cypher`` with its placeholders filled from the ontology and the names."""
    text = (
        resources.files("dutygraph.queries").joinpath("cypher", f"{file}.cypher").read_text(encoding="utf-8")
    )
    return filled(text, **names)
