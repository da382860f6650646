"""All HTML of jobs that is made in Python: cards of the board and rows of the lists, for there may be many.

What a person typed is escaped; all else are words, refs and addresses of our own.
"""
