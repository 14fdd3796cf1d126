"""Finding work that several departments do: texts to clauses, clauses to acts and objects, these to pairs and groups.

``district`` reads the duties and tasks of a region from the graph and cuts them into clauses (``listed_frames``), to
which ``business`` and ``claims`` give their meaning; ``candidates`` proposes pairs of clauses; ``score`` scores a pair,
or says why it is excluded, from ``relations`` (objects and fields), ``contrasts`` (what else each is about),
``sentences`` (the words that whole sentences share), ``measures`` and ``rarity``; ``groups`` makes pairs of duties and
groups of these; ``judgement`` gives a pair its class; ``detector`` writes the groups as edges. ``explanation`` shows all
this for one duty. ``wording`` tells a group in two languages: ``told_object`` names the thing, ``told_acts`` the acts.
"""
