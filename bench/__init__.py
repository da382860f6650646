"""Measurements of the real service, in a folder of its own. `./run bench` lists them.

Importing this makes that folder and sets Django up on it, as `tests/settings.py` does for tests:
what measures asks the same database that the service under measurement writes. In a test that reads
labelled cases Django is set up already, and all stays as it is.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django
from django.conf import settings

from tests.infrastructure.service import environment

# What is measured is what the service can do, not what it lets one person do.
ROOM = dict.fromkeys(
    ("MAX_UPLOADS_AN_HOUR", "MAX_FILES_WAITING", "MAX_FILES_PER_PERSON", "MAX_COMMENTS_PER_ROUND"),
    "100000",
)
if not settings.configured:
    if "BENCH_FOLDER" not in os.environ:  # else a process of one that measures: the folder is there
        folder = tempfile.mkdtemp(prefix="mentorship-bench-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        # What is set for another service on this machine must not be measured, or written to.
        kept = environment(STATE_DIR=f"{folder}/state", BENCH_FOLDER=folder, **ROOM)
        os.environ.clear()
        os.environ.update(kept)
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.rig.settings"
    # Playwright's loop runs where we ask the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    django.setup()
FOLDER = Path(os.environ.get("BENCH_FOLDER", ""))
