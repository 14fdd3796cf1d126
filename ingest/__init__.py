"""Documents in, records out: readers, the parser of lists, citations, regions and department names."""
