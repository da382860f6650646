"""How long letters about what is said one by one wait for more of it."""

from datetime import timedelta

QUIET = timedelta(minutes=5)


AT_MOST = timedelta(hours=1)
