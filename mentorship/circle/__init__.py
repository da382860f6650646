"""Whom a seeker trusts, and what was asked of them: rounds, invitations, visitor passes, reminders.

A mailed link makes a pass for one browser, which opens what its own invitation shows and nothing else.
"""
