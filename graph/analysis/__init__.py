"""Analyses: what is computed over the lists in the graph, written as edges that rules ask about."""
