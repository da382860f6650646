"""What a comment is made of, before it stands: its words, its place, whom it names, and how much is too much."""
