"""The settings of the service that journeys share: its own, but for what is slow on purpose.

And a file that somebody has uploaded before in this run gives the reading copy that it gave then.
"""

import os
from pathlib import Path

from mentorship.documents.formats import sandbox
from mentorship.settings import *  # noqa: F403 - all of them
from mentorship.settings import ACCOUNT_RATE_LIMITS as LIMITS
from tests.infrastructure.copies import COPIES, remembering

# Several hundred people sign up on it. How a password is kept is tested in tests/accounts.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# And all of them from one address, often more in a minute than a network's people may.
ACCOUNT_RATE_LIMITS = LIMITS | {"signup": "10000/m/ip", "login": "10000/m/ip"}
# Most of them upload one résumé. Workers load what they do with it after their settings.
if COPIES in os.environ:
    sandbox.prepare_in_child = remembering(sandbox.prepare_in_child, Path(os.environ[COPIES]))
