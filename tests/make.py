"""What tests are about, made the way people make it: through actions."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.core.files.base import ContentFile
from django.utils import timezone

from accounts import actions as accounts
from accounts.actions import SignUp
from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle import links
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation, Pass
from mentorship.circle.visitors.passes import LASTS, as_visitor
from mentorship.documents import actions as documents
from mentorship.documents import rendering
from mentorship.documents.models import Document, Grant, Version
from tests import clock

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
    clock.later()  # what comes after it is later than what came before
    rendering.prepare(made.pk)
    clock.later()
    made.refresh_from_db()
    assert made.is_ready, made.refusal
    return made


def ready_version(owner: User, *, title: str = "Programmer", text: str = TEXT) -> Version:
    """The first version of a new document, with its reading copy."""
    return ready(document(owner, title=title, text=text).versions.get())


def invitation(of: Document, to: User, *, name: str = "", **asked: Any) -> Invitation:
    """Its owner asks `to` in a round of its own; `asked` are facts of an `Ask`."""
    people = [Invitee(name or to.name, to.email)]
    by = as_account(of.owner)
    return circle.ask([of], by=by, people=people, ask=Ask(**asked), key=uuid4()).invitations.get()


def grant(
    of: Document,
    to: User,
    *,
    may: Grant.May = Grant.May.COMMENT,
    shows: Grant.Shows = Grant.Shows.FULL,
    ends_at: datetime | None = None,
) -> Grant:
    """What an invitation of `to` in a round of its own opens on the document."""
    source = {"source": Grant.Source.INVITATION, "source_id": invitation(of, to).pk}
    given = of.grants.get(**source)
    given.may, given.shows, given.ends_at = may, shows, ends_at
    given.save()
    return given


def revoked(given: Grant) -> Grant:
    """The same grant after its invitation was taken back."""
    taken_back = Invitation.objects.get(pk=given.source_id)
    circle.revoke(taken_back, by=as_account(given.document.owner))
    given.refresh_from_db()
    return given


def visitor_pass(given: Grant, *, lasts: timedelta = LASTS) -> Pass:
    """The pass that the link of this grant's invitation gives a browser."""
    opened = Invitation.objects.select_related("round", "person").get(pk=given.source_id)
    token = links.mailed(opened, opened.generation).rstrip("/").rpartition("/")[2]
    link = links.opened_by(token, opened)
    assert link
    made = circle.press(opened, by=as_visitor(opened), link=link, browser="a browser")
    made.ends_at = timezone.now() + lasts
    made.save(update_fields=["ends_at"])
    return made


def passed_on_pass(given: Grant) -> Pass:
    """The pass that a link the seeker copies now gives the browser in which it is pressed."""
    asked = Invitation.objects.get(pk=given.source_id)
    copied = circle.copy_link(asked, by=as_account(given.document.owner))
    token = links.passed_on(copied).rstrip("/").rpartition("/")[2]
    link = links.opened_by(token, copied)
    assert link
    by = as_visitor(copied, is_passed_on=True)
    return circle.press(copied, by=by, link=link, browser=f"copy {copied.copies}")


def visitor(given: Grant) -> Reader:
    """Whoever reads by that link."""
    return as_visitor(Invitation.objects.get(pk=given.source_id))
