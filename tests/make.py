"""What tests are about, made the way people make it: through actions.

`circle` has no actions yet: its rows are written here, as the actions are going to write them.
"""

from datetime import datetime, timedelta
from uuid import uuid4

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.core.files.base import ContentFile
from django.utils import timezone

from accounts import actions as accounts
from accounts.actions import SignUp
from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation, Pass, Round
from mentorship.circle.passes import LASTS, as_visitor
from mentorship.documents import actions as documents
from mentorship.documents import rendering
from mentorship.documents.models import Document, Grant, Version

PASSWORD = "a quiet harbour in the rain"
TEXT = "Ada Lovelace\n\nWrote the first program, for a machine that was never built.\n"


def person(name: str = "Ada", *, zone: str = "Europe/Berlin") -> User:
    """Somebody who signed up with this name and PASSWORD, and proved her address."""
    email = f"{name.lower()}-{uuid4().hex[:8]}@example.org"
    typed = SignUp(email, make_password(PASSWORD), display_name=name, time_zone=zone)
    met = accounts.meet(email)
    EmailAddress.objects.create(user=met, email=email, verified=True, primary=True)  # allauth's
    return accounts.claim(met, sign_up=typed)


def invited(name: str = "Ben") -> User:
    """Somebody whose address is known, and who never signed up."""
    return accounts.meet(f"{name.lower()}-{uuid4().hex[:8]}@example.org")


def document(owner: User, *, title: str = "Programmer", text: str = TEXT) -> Document:
    """A document of `owner` that was uploaded as a text file and is still to be prepared."""
    file = ContentFile(text.encode(), name="programmer.txt")
    return documents.upload(
        by=as_account(owner), kind="resume", title=title, note="", key=uuid4(), file=file
    )


def draft(owner: User, *, title: str = "Dear reader", text: str = "Dear reader,") -> Document:
    """A text of `owner` that is being written here."""
    by = as_account(owner)
    begun = documents.begin_text(by=by, kind="cover_letter", title=title, note="", key=uuid4())
    return documents.save_draft(begun, by=by, text=text, revision=0)


def version(of: Document, *, text: str = TEXT) -> Version:
    """The next version of the document, still to be prepared."""
    file = ContentFile(text.encode(), name="programmer.txt")
    return documents.add_version(of, by=as_account(of.owner), key=uuid4(), file=file)


def ready(made: Version) -> Version:
    """The same version with its reading copy, made by the real worker."""
    rendering.prepare(made.pk)
    made.refresh_from_db()
    assert made.is_ready, made.refusal
    return made


def ready_version(owner: User, *, title: str = "Programmer", text: str = TEXT) -> Version:
    """The first version of a new document, with its reading copy."""
    return ready(document(owner, title=title, text=text).versions.get())


def grant(
    of: Document,
    to: User,
    *,
    may: Grant.May = Grant.May.COMMENT,
    shows: Grant.Shows = Grant.Shows.FULL,
    ends_at: datetime | None = None,
) -> Grant:
    """What an invitation of `to` in a round of its own opens on the document."""
    asked = Round.objects.create(owner=of.owner, key=uuid4())
    asked.documents.add(of)
    invitation = Invitation.objects.create(round=asked, person=to, name=to.name)
    return Grant.objects.create(
        document=of,
        person=to,
        source=Grant.Source.INVITATION,
        source_id=invitation.pk,
        may=may,
        shows=shows,
        ends_at=ends_at,
    )


def revoked(given: Grant) -> Grant:
    """The same grant after its invitation was revoked."""
    now = timezone.now()
    Invitation.objects.filter(pk=given.source_id).update(revoked_at=now)
    given.ended_at = now
    given.save(update_fields=["ended_at"])
    return given


def visitor_pass(given: Grant, *, lasts: timedelta = LASTS) -> Pass:
    """The pass that the link of this grant's invitation gives a browser."""
    now = timezone.now()
    invitation = Invitation.objects.get(pk=given.source_id)
    return Pass.objects.create(invitation=invitation, made_at=now, ends_at=now + lasts)


def visitor(given: Grant) -> Reader:
    """Whoever reads by that link."""
    return as_visitor(Invitation.objects.get(pk=given.source_id))
