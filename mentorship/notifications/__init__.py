"""How word reaches someone: notices in the page, letters by mail, and what stops them.

What happened and the notices it causes are one transaction; the rows are the queue.
"""
