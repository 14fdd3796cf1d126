"""Many regions at once: each is read in a small graph of its own, and what lies between them is joined afterwards.

``placed`` says which region a document belongs to, ``elsewhere`` what a region's reading must know of all other lists,
``reading`` reads one region with the very functions of a single graph, ``between`` finds what regions have to say of each
other. These are plain functions. ``spark`` and ``joining`` are their order on a cluster, ``files`` what it writes.
"""
