"""What time it is, when people may be written to, and how days are said."""
