"""Which claims meet: candidates, measures, exclusions, score, groups."""
