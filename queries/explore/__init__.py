"""Exploring the graph: what stands on a canvas, step by step, as a function of what was asked for."""
