"""The settings of the service that journeys share: its own, but for what is slow on purpose."""

from mentorship.settings import *  # noqa: F403 - all of them

# Several hundred people sign up on it. How a password is kept is tested in tests/accounts.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
