"""What people say about findings."""
