"""Finding work that several departments do: texts to clauses, clauses to acts and objects, these to pairs and groups.

``district`` reads the duties and tasks of a region from the graph and cuts them into clauses; ``candidates`` proposes
pairs of clauses; ``score`` scores a pair, or says why it is excluded, from ``relations`` (objects and fields),
``sentences`` (the words that whole sentences share), ``measures`` and ``rarity``; ``groups`` makes pairs of duties and
groups of these; ``judgement`` gives a pair its class; ``detector`` writes the groups as edges. ``explanation``
shows all this for one duty, ``wording`` says it in two languages.
"""
