"""What a reader is told about an overlap."""
