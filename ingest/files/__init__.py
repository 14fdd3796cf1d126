"""Files, opened safely: what is named, what each really is, and how much of the machine it may take."""
