"""What needs a person now: landing page, desk, health, sample data.

It reads every app, and none reads it.
"""
