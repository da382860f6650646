"""Why the text exists: the jobs a seeker goes for, their postings, what was sent for them."""
