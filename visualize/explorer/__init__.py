"""The explorer: a view of the graph as a scene for the canvas, and as an outline to read."""
