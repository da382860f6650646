"""The settings, with a state folder of their own and without work that tests do not look at."""

import atexit
import os
import shutil
import tempfile

if "TESTS_STATE_DIR" not in os.environ:  # else a worker of pytest-xdist: the folder is there
    os.environ["TESTS_STATE_DIR"] = tempfile.mkdtemp(prefix="mentorship-tests-")
    atexit.register(shutil.rmtree, os.environ["TESTS_STATE_DIR"], ignore_errors=True)
os.environ["STATE_DIR"] = os.environ["TESTS_STATE_DIR"]

from mentorship.settings import *  # noqa: F403 - after the folder is known
from mentorship.settings import DATABASES, STATE_DIR, STATIC_ROOT, STORAGES

# Slow on purpose in the service; a test that signs somebody in wants to know something else.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Unit tests say what time it is; see tests/clock.py.
BY_THE_CLOCK_OF_THE_DATABASE = False
# A question that cannot be composed once is a fault of its author.
RAISE_REFUSED = True
# In the test's own thread, which alone sees what it has written and not committed.
MAIL_CONNECTIONS = 1
# A test makes in a second what a person makes in a week.
MAX_UPLOADS_AN_HOUR = MAX_FILES_WAITING = 10_000
# Names without fingerprints: nothing has to be collected first.
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise complains of a missing folder
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, as in the service: in memory, threads that share a database are refused at once
    # instead of waiting for one another.
    DATABASES["default"]["TEST"] = {"NAME": STATE_DIR / "tests.sqlite3"}
