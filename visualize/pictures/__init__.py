"""Drawings of the graph and the files they become: HTML, SVG, PNG."""
