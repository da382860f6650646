"""A letter's words: three templates become one row, in the caller's transaction."""

import re
from typing import Any

from django.conf import settings
from django.core.validators import validate_email
from django.template import Context, Engine
from django.utils import timezone, translation

from accounts.models import User
from mentorship.notifications import ceilings, codes, kinds, links, marks
from mentorship.notifications.marks import Marks, Ours, Secret
from mentorship.notifications.models import Letter, Preference
from mentorship.toolbox import contact
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.refs import new_ref
from mentorship.toolbox.words import plain

STOPPED = "stopped by its reader"


def compose(
    kind: str,
    *,
    address: str,
    person: User | None,
    context: dict[str, Any],
    is_about_signing_in: bool = False,
    is_asked_for: bool = False,
    ref: str | None = None,
    headers: dict[str, str] | None = None,
) -> Letter:
    """The row of a new letter, due now; where no mail leaves, kept for the mailbox page.

    headers  its own, on top of those every letter gets when it is frozen

    Raises ValidationError for what is no address.
    """
    validate_email(address)
    if not (is_about_signing_in or is_asked_for):  # those have a share of their own
        ceilings.note_written(address)
    own = Marks()
    words = words_of(kind, own, person, address, context)
    state, reason = _begins(kind, person)
    at = now()
    return Letter.objects.create(
        kind=kind,
        person=person,
        address=address,
        ref=ref or new_ref(),
        nonce=own.nonce,
        headers=_list_headers(kind, person, own) | (headers or {}),
        is_about_signing_in=is_about_signing_in,
        is_urgent=is_about_signing_in or kinds.of(kind).is_urgent,
        state=state,
        reason=reason,
        due_at=at,
        written_at=at,
        ended_at=None if state == Letter.State.WAITING else at,
        **words,
    )


def words_of(
    kind: str, own: Marks, person: User | None, address: str, context: dict[str, Any]
) -> dict[str, str]:
    """Subject, text and html of a letter to this address: see `rendered`."""
    return rendered(kind, own, person=person, context=context | {"address": Ours(address)})


def _begins(kind: str, person: User | None) -> tuple[Letter.State, str]:
    """The first state of a letter, and why: one that its reader stopped never leaves."""
    if person and Preference.objects.stops(person, kinds.of(kind).topic):
        return Letter.State.SUPPRESSED, STOPPED
    return (Letter.State.WAITING if settings.MAIL_LEAVES else Letter.State.KEPT), ""


def _list_headers(kind: str, person: User | None, own: Marks) -> dict[str, str]:
    """Answers go to the service, and mail programs may offer to stop these letters (RFC 8058)."""
    if not person or not kinds.of(kind).topic:
        return {}
    return {
        "Reply-To": settings.DEFAULT_FROM_EMAIL,
        "List-Unsubscribe": f"<{marks.mark(codes.STOP, own.nonce)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def rendered(
    kind: str, own: Marks, *, person: User | None, context: dict[str, Any]
) -> dict[str, str]:
    """Subject, text and html of a letter, in the reader's language and time zone.

    What leads anywhere in them is `Ours` or a `Secret` in the context; all else is disarmed.
    """
    folder = kinds.of(kind).folder
    language = (person.language if person else "") or translation.get_language() or "en"
    zone = person.zone if person else timezone.get_default_timezone()
    stop = Secret(codes.STOP) if person and kinds.of(kind).topic else ""
    facts = {"person": person, "site": links.to(""), "unsubscribe": stop, **_contact(), **context}
    placed = own.placed(facts)
    with translation.override(language), timezone.override(zone):
        return {
            "subject": _subject(_render(f"{folder}/subject.txt", placed, autoescape=False)),
            "text": _text(own.text(_render(f"{folder}/body.txt", placed, autoescape=False))),
            "html": own.html(_render(f"{folder}/body.html", placed, autoescape=True)),
        }


def _contact() -> dict[str, Ours]:
    """Whom to write to about the service, where there is somebody."""
    told, leads_to = contact.written_to(), contact.leads_to()
    return {"contact": Ours(told), "contact_link": Ours(leads_to)} if told else {}


def _text(rendered: str) -> str:
    """With one empty line where templates leave several: what is left out leaves its own."""
    return re.sub(r"\n{3,}", "\n\n", rendered).strip() + "\n"


def _subject(rendered: str) -> str:
    """One line, in which nothing is a link: not even ours."""
    return plain.one_line(plain.disarmed(rendered))


def _render(template: str, context: dict[str, Any], *, autoescape: bool) -> str:
    # By the engine itself: the loader's `render_to_string` escapes text as if it were HTML.
    found = Engine.get_default().get_template(template)
    return str(found.render(Context(context, autoescape=autoescape)))
