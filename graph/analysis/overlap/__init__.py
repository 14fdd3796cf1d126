"""Finding work that several departments do: texts to claims, claims to pairs and groups, these to findings.

``claims`` reads the duties and tasks of a region (``district``), cuts them into frames (``listed_frames``) and gives these
their meaning in the list of their body (``business``, ``claim``). ``pairs`` proposes pairs of claims (``candidates``),
scores each or says why it is excluded (``score``, ``exclusions``), from what both are about (``relations``, ``contrasts``),
the words that whole sentences share (``sentences``) and how rare these are; ``groups`` makes pairs of duties and groups of
these. ``judgement`` gives a group its class and severity, ``wording`` tells it in two languages, ``detector`` writes it as
edges; ``explanation`` shows all this for one duty.
"""
