"""Finding what several departments do at once: texts to clauses, clauses to acts and objects, these to pairs and groups.

``reading`` takes duties and tasks of a district from the graph, ``clauses`` cuts them, ``meaning`` tells acts, objects,
field and scope by the two taxonomies, ``sources`` propose pairs of clauses, ``scoring`` weighs them, ``suppressing``
says which are never a finding, ``merging`` makes pairs of duties and groups of them, and ``detecting`` puts these into
the graph.
"""
