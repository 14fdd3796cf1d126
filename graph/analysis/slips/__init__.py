"""Slips in the texts of lists: copied from another place, exchanged mechanically, broken, misspelt."""
