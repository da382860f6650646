"""Many people's documents and all that was said about them, made within minutes, on PostgreSQL.

copying     rows that belong together, copied by the database as often as is wanted
village     who is in it, and what they did
questions   what a page or a sweep asks of the database, and how that finds its rows
"""
