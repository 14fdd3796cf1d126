"""The blank list to fill in."""
