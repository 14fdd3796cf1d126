"""Which texts of different departments are alike: the exact join of many short Chinese texts with themselves."""
