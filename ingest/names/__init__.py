"""Names: regions, bodies, offices, kinds of inspected bodies, each with its data beside its code."""
