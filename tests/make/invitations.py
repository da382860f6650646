"""Invitations, what they open, and the passes that browsers get by them."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle import actions as circle
from mentorship.circle import links
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.models import Invitation, Pass
from mentorship.circle.visitors.passes import PASS_LASTS, as_visitor
from mentorship.documents.models import Document, Grant


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
    ends_at: datetime | None = None,
    **asked: Any,
) -> Grant:
    """What an invitation of `to` in a round of its own opens on the document; `asked` as above."""
    source = {"source": Grant.Source.INVITATION, "source_id": invitation(of, to, **asked).pk}
    given = of.grants.get(**source)
    given.may, given.ends_at = may, ends_at
    given.save()
    return given


def revoked(given: Grant) -> Grant:
    """The same grant after its invitation was taken back."""
    taken_back = Invitation.objects.get(pk=given.source_id)
    circle.revoke(taken_back, by=as_account(given.document.owner))
    given.refresh_from_db()
    return given


def visitor_pass(given: Grant, *, lasts: timedelta = PASS_LASTS) -> Pass:
    """The pass that the link of this grant's invitation gives a browser."""
    opened = Invitation.objects.select_related("round", "person").get(pk=given.source_id)
    token = links.mailed(opened, opened.generation).rstrip("/").rpartition("/")[2]
    link = links.opened_by(token, opened)
    assert link
    made = circle.accept_link(opened, by=as_visitor(opened), link=link, browser="a browser")
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
    return circle.accept_link(copied, by=by, link=link, browser=f"copy {copied.copies}")


def visitor(given: Grant) -> Reader:
    """Whoever reads by that link."""
    return as_visitor(Invitation.objects.get(pk=given.source_id))
