"""The service's own settings, with everything that waits waiting shorter: a trial takes seconds."""

import os

from mentorship.settings import *  # noqa: F403 - all of them
from mentorship.settings import INSTALLED_APPS as APPS
from mentorship.settings import SWEEPS as ALL_SWEEPS

INSTALLED_APPS = [*APPS, "tests.faults.apps.Planting"]
PLANTED = os.environ.get("PLANTED", "")  # see apps.py

# What a trial waits for comes twice a second; all else, and beat, as SWEEP_SECONDS says.
SWEEPS = ALL_SWEEPS | {"notifications.sweep": 0.5, "documents.sweep": 0.5}
SMTP_SECONDS = {
    "connect": 0.8,
    "mail": 0.5,
    "rcpt": 0.5,
    "data": 1.0,
    "block": 1.0,
    "end": 1.5,
    "rset": 0.5,
}
EMAIL_TIMEOUT = SMTP_SECONDS["connect"]
LEASE_MARGIN = 0.2
DOUBT_SECONDS = 0.3
OPENING_LEASE_SECONDS = 10  # a busy machine may take so long to convert a text
OPENING_PAUSES = (0.5,) * 100
SENDING_PAUSES = GATHERING_PAUSES = (0.5,)
KEEP_ORPHANS_DAYS = 0
