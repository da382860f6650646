"""What is said about a text: reviews, threads anchored to the words, and what the seeker makes of them.

`threads` gives the facts that every page starts from; `margin` and `worklist` are two views of them.
"""
