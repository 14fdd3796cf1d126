"""Who may do what: tokens, the check of every request, and the record of every write."""
