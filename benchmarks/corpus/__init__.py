"""A made-up city, province or country of lists with planted findings and their key, the same every time by its seed."""
