"""Plain text: lines, tables drawn with spaces, tabs and pipes, Markdown."""
