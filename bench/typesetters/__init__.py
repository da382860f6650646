"""Makers of documents whose words are known: `python -m bench.typesetters` writes `bench/data/words` anew.

A maker gives a file and its truth: the words as it wrote them, in the order a person reads them.
"""
