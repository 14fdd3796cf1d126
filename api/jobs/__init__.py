"""Jobs: one at a time, with progress and a record that outlives the service."""
