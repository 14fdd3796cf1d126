"""The HTTP service: thin routes over the queries."""
