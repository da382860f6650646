"""A day in the life of a service, in whichever release PYTHONPATH names: old ones run it too.

Run as a file. It prints the statuses of the pages that Ada looked at. With `start` it begins with what
`./run` does before the service answers, in the same process. With `tomorrow` there are rows of kinds
that only a release to come knows.
"""

import json
import sys

import django

django.setup()

from django.test import Client  # noqa: E402 - after Django is set up

from accounts.reader import as_account  # noqa: E402 - the same
from mentorship.documents import actions  # noqa: E402 - the same
from mentorship.documents.store import orphans  # noqa: E402 - the same
from mentorship.notifications import tasks  # noqa: E402 - the same
from mentorship.notifications.models import Event, Letter, Notice  # noqa: E402 - the same
from mentorship.supervisor import prepare  # noqa: E402 - the same
from tests import make  # noqa: E402 - the same

if "start" in sys.argv:
    prepare.main()
ada, ben = make.person("Ada"), make.person("Ben")
version = make.ready_version(ada)
if "tomorrow" in sys.argv:
    event = Event.objects.create(kind="tomorrow.thing", thing="thing:1", audience=2)
    for channel in Notice.Channel:
        Notice.objects.create(event=event, person=ada, channel=channel)
    Letter.objects.create(kind="tomorrow.thing", person=ada, address=ada.email, subject="Tomorrow")
make.grant(version.document, ben)
actions.delete(make.document(ada, title="Another"), by=as_account(ada))
tasks.sweep()
orphans.sweep()

browser = Client(headers={"host": "localhost"})
browser.force_login(ada)
pages = ["/", "/desk/", "/notices/", version.get_absolute_url()]
sys.stdout.write(json.dumps([browser.get(page, follow=True).status_code for page in pages]))
