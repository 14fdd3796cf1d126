"""Legal instruments: titles, numbers, articles, citations, and registers of instruments."""
