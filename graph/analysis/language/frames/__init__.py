"""Frames of clauses: who does what to which thing, with whom, for whom (``model.py``).

``cutting.framed_clauses`` cuts a printed text into clauses and reads each; ``grammar.frames_of`` reads one clause.
"""
