"""The ground of all detectors: clauses, what they mean, taxonomies, wording."""
