"""How long letters about what is said one by one wait for more of it."""

from datetime import timedelta

from django.conf import settings

QUIET = timedelta(seconds=settings.QUIET_SECONDS)


AT_MOST = timedelta(hours=1)
