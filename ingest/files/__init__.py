"""Opening files safely: their content, format and encoding, and limits for time, memory and size."""
