"""The settings of the service that journeys share: its own, but for what is slow on purpose.

And a file that somebody has uploaded before in this run gives the reading copy that it gave then.
"""

import os
from pathlib import Path

from mentorship.documents.formats import sandbox
from mentorship.settings import *  # noqa: F403 - all of them
from tests.infrastructure.copies import COPIES, remembering

# Several hundred people sign up on it. How a password is kept is tested in tests/accounts.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Most of them upload one résumé. Workers load what they do with it after their settings.
if COPIES in os.environ:
    sandbox.prepare_in_child = remembering(sandbox.prepare_in_child, Path(os.environ[COPIES]))
