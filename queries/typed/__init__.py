"""Cypher that a user types: what is let through, and its answer."""
