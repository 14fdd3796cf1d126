"""What stands before every request: costs, limits, shared and kept answers, the log."""
