"""A document into lists, and each section of a list into records."""
