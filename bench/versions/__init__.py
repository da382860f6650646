"""Drafts of a text and the next version of each, every letter of which remembers where it came from."""
