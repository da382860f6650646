"""What a restore drill asks of a service's database: `python -m tests.home.backups.drilling seed | facts | hurry`."""

import hashlib
import json
import sys
from collections.abc import Callable

import django

django.setup()

from django.apps import apps  # noqa: E402 - after Django is set up
from django.core.files.storage import default_storage  # noqa: E402 - the same
from django.test import Client  # noqa: E402 - the same
from django.utils import timezone  # noqa: E402 - the same

from mentorship.documents.models import Version  # noqa: E402 - the same
from mentorship.documents.store import copying  # noqa: E402 - the same
from mentorship.notifications.letters import write_letter  # noqa: E402 - the same
from mentorship.notifications.models import Letter  # noqa: E402 - the same
from tests import make  # noqa: E402 - the same
from tests.infrastructure.smtp import wait  # noqa: E402 - the same

# What a restore writes itself, and what a running service writes by the clock.
MOVING = {
    "accounts.Session",
    "documents.FileStore",
    "home.Heartbeat",
    "notifications.Hold",
    "notifications.Tally",
}


def seed() -> object:
    """Ada's two documents, one letter that leaves and one that its server takes later."""
    ada = make.person("Ada")
    for title in ("Programmer", "Dear reader"):
        make.document(ada, title=title)
    for address in ("now@example.org", "later@example.org"):
        write_letter("notifications.password_changed", address=address, person=None, context={})
    wait(lambda: Version.objects.ready().count() == 2, 60)
    browser = Client()
    browser.force_login(ada)
    version = Version.objects.ready().order_by("pk")[0]
    return {"session": browser.cookies["session"].value, "page": version.get_absolute_url()}


def facts() -> object:
    """How many rows each table has, and the hash of each file that one of them names."""
    rows = {model._meta.label: model._base_manager.count() for model in apps.get_models()}
    files = {}
    for name in copying.named_files():
        with default_storage.open(name) as file:
            files[name] = hashlib.sha256(file.read()).hexdigest()
    return {"rows": {name: n for name, n in rows.items() if name not in MOVING}, "files": files}


def hurry() -> object:
    """Let what waits for another try be due now."""
    return Letter.objects.filter(state=Letter.State.WAITING).update(due_at=timezone.now())


COMMANDS: dict[str, Callable[[], object]] = {"seed": seed, "facts": facts, "hurry": hurry}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(COMMANDS[sys.argv[1]]()))
