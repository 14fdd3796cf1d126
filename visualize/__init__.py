"""Pages, pictures and reports drawn from answers of the queries."""
