"""What people say of findings: decisions, verdicts, comments, and the journal that keeps them."""
