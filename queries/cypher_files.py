"""Cypher statements that are neither named queries nor rules: files in ``cypher/``."""

from functools import partial

from dutygraph.graph.store.cypher_files import cypher_in

cypher = partial(cypher_in, "dutygraph.queries")
"""Takes the name of a file of this room, and the names for its placeholders."""
