"""The world of the access matrix, with more of everything that a page may list."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from accounts.reader import as_account
from mentorship.circle import actions as circle
from mentorship.circle.asking import Invitee
from mentorship.critique import actions as critique
from mentorship.documents.models import Version
from mentorship.notifications.letters import write_letter
from mentorship.notifications.models import Event, Tally
from tests import make
from tests.make import saying
from tests.pages.personas import World


def grow(here: World, by: int) -> None:
    """So many more of each: texts, versions, people, what they say and are told, and who asks her."""
    for _each in range(by):
        name = uuid4().hex[:8]
        _documents(here, name)
        _people(here, name)
        _words(here, name)
        _asked_herself(here, name)


def _documents(here: World, name: str) -> None:
    owner = here.document.owner
    make.ready_version(owner, title=f"Text {name}")
    make.draft(owner, title=f"Draft {name}")
    make.lessons(make.pursuit(owner, f"Job {name}"), f"Lesson of {name}.", shown=True)
    make.ready(make.version(here.document))
    kind = "notifications.password_changed"
    write_letter(kind, address=owner.email, person=owner, context={})


def _people(here: World, name: str) -> None:
    by, asked = as_account(here.document.owner), here.invitation.round
    circle.add_people(asked, by=by, people=[Invitee(f"Zoe {name}", f"zoe{name}@example.org")])
    saying.ask_all(here.version, asked, f"Is it clear, {name}?")
    saying.note(here.version, f"Look at {name} again.")


def _words(here: World, name: str) -> None:
    """Another mentor says something with other words about the same line, which is taken over."""
    version: Version = here.version
    mentor = make.visitor(make.grant(version.document, to=make.invited(f"Mentor {name}")))
    by = as_account(version.document.owner)
    said = saying.point(version, mentor, f"From {name}.", wording=f"Words of {name}").comments.get()
    critique.accept(said.suggestion, by=by)
    urgent = saying.point(version, mentor, f"Mend it, {name}.", line=1, kind="must_fix")
    saying.reply(urgent, by, f"Like this, {name}?")
    saying.reply(here.said.thread, by, f"To all that {name} said.")


def _asked_herself(here: World, name: str) -> None:
    """Somebody else asks the owner, and the visitor, to read a text of theirs: not all on one day."""
    Event.objects.update(happened_at=timezone.now() - timedelta(days=2))
    Tally.objects.all().delete()
    seeker = make.person(f"Seeker {name}")
    version = make.ready_version(seeker, title=f"Of {name}")
    make.invitation(version.document, here.document.owner)
    make.invitation(version.document, here.invitation.person)
