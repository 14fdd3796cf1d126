"""What a district's duties say: texts to clauses, clauses to claims of bodies."""
