"""Slips in the texts of lists: copied from elsewhere, exchanged mechanically, broken, misspelt."""
