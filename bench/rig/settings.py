"""The service's settings, and what the stock view needs beside them: Django's own sessions."""

from mentorship import settings as ours
from mentorship.settings import *  # noqa: F403 - a settings module is all of its names

STOCK_BACKEND = "django.contrib.auth.backends.ModelBackend"
INSTALLED_APPS = [*ours.INSTALLED_APPS, "django.contrib.sessions"]
AUTHENTICATION_BACKENDS = [*ours.AUTHENTICATION_BACKENDS, STOCK_BACKEND]
