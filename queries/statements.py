"""Cypher statements that are neither named queries nor rules: files in ``cypher/``."""

from functools import cache
from importlib import resources


@cache
def statement(file: str) -> str:
    """Return ``cypher/<file>.cypher``."""
    return resources.files("queries").joinpath("cypher", f"{file}.cypher").read_text(encoding="utf-8")
