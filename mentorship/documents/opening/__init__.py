"""Files that workers open: whose turn it is, how each is tried, and who is told what stands in the way.

One rule for all of them, whatever row a file belongs to: versions of documents, postings of jobs.
"""
