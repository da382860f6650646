"""Postings with a résumé each, and what was labelled in them by hand."""
