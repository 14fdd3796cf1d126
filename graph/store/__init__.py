"""The store: one driver, two engines (a Neo4j server, or the embedded engine in a data folder)."""
