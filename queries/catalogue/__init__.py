"""The named queries and pictures: files with a header, typed arguments, and looking up names."""
