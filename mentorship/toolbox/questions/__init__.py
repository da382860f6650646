"""What is asked of the database again and again: composed once, bound to values each time."""
