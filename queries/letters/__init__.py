"""Letters that ask departments about findings, and the answers that come back."""
