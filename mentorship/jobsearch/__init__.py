"""Why the text exists: the jobs a seeker goes for.

So far a round may name one; what is learnt from the answers will stand here.
"""
