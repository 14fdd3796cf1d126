"""Records into the graph: built, checked, linked, and written in one transaction."""
