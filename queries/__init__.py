"""Questions and finding rules as ``.cypher`` files, and the catalogue that serves them."""
