"""Stored findings read back: filtered, counted, paged, with the verdicts of people."""
