"""Tables and static files: what has to be there before anybody is answered."""

import hashlib
import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connections


def main() -> None:
    """Bring database and static files to the state this code expects; quick when nothing is new."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentorship.settings")
    try:
        django.setup()
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        call_command("sanity", start=True)
    except (ImproperlyConfigured, CommandError) as error:
        sys.exit(str(error))
    collect_static_files()
    connections.close_all()  # all of a database is in its one file


def collect_static_files() -> None:
    """Copy, name by content and compress the static files, when one of them has changed."""
    mark = Path(settings.STATIC_ROOT) / ".made-from"
    sources = fingerprint()
    if not mark.exists() or mark.read_text() != sources:
        call_command("collectstatic", interactive=False, verbosity=0)
        mark.write_text(sources)


def fingerprint() -> str:
    """Changes whenever a static file comes, goes or changes."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            facts = Path(storage.path(path)).stat()
            digest.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    main()
