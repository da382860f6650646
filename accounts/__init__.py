"""Who someone is: people, their sessions, and the one Reader that a request has.

A person is known by an address from the first letter on; signing up claims the row.
"""
