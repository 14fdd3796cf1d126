"""Findings: ``rules`` yield rows, ``review`` is what people say, ``update`` computes and keeps them, ``read`` answers."""
