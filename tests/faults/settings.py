"""The service's own settings, with everything that waits waiting shorter: a trial takes seconds."""

import os

from mentorship.settings import *  # noqa: F403 - all of them
from mentorship.settings import INSTALLED_APPS as APPS

INSTALLED_APPS = [*APPS, "tests.faults.apps.Planting"]
PLANTED = os.environ.get("PLANTED", "")  # see apps.py

SWEEP = 1.0
SMTP_SECONDS = dict.fromkeys(("connect", "mail", "rcpt", "data", "block", "rset"), 1.0) | {
    "end": 2.0
}
EMAIL_TIMEOUT = SMTP_SECONDS["connect"]
LEASE_MARGIN = 0.5
DOUBT_SECONDS = 1.0
OPENING_LEASE_SECONDS = 10
OPENING_PAUSES = (1,) * 50
KEEP_ORPHANS_DAYS = 0
