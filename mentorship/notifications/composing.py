"""A letter's words: three templates become one row, in the caller's transaction."""

import unicodedata
import zoneinfo
from typing import Any

from django.conf import settings
from django.core.validators import validate_email
from django.template import Context, Engine
from django.utils import timezone, translation

from accounts.models import User
from mentorship.notifications import kinds, links
from mentorship.notifications.models import Letter
from mentorship.toolbox.refs import new_ref


def compose(
    kind: str,
    *,
    address: str,
    person: User | None,
    context: dict[str, Any],
    is_about_signing_in: bool = False,
    ref: str | None = None,
    headers: dict[str, str] | None = None,
) -> Letter:
    """The row of a new letter, due now; where no mail leaves, kept for the mailbox page.

    headers  its own, on top of those every letter gets when it is frozen

    Raises ValidationError for what is no address.
    """
    validate_email(address)
    words = rendered(kind, person=person, context=context | {"address": address})
    return Letter.objects.create(
        kind=kind,
        person=person,
        address=address,
        ref=ref or new_ref(),
        headers=headers or {},
        is_about_signing_in=is_about_signing_in,
        state=Letter.State.WAITING if settings.MAIL_LEAVES else Letter.State.KEPT,
        ended_at=None if settings.MAIL_LEAVES else timezone.now(),
        **words,
    )


def rendered(kind: str, *, person: User | None, context: dict[str, Any]) -> dict[str, str]:
    """Subject, text and html of a letter, in the reader's language and time zone."""
    folder = kinds.of(kind).folder
    language = (person.language if person else "") or translation.get_language() or "en"
    zone = zoneinfo.ZoneInfo(person.time_zone) if person else timezone.get_default_timezone()
    context = {"person": person, "site": links.site(), **context}
    with translation.override(language), timezone.override(zone):
        return {
            "subject": one_line(_render(f"{folder}/subject.txt", context, autoescape=False)),
            "text": _render(f"{folder}/body.txt", context, autoescape=False).strip() + "\n",
            "html": _render(f"{folder}/body.html", context, autoescape=True),
        }


def one_line(text: str) -> str:
    """Text fit for a mail header: one line, 250 characters, nothing invisible or reordering."""
    spaced = " ".join(text.split())
    shown = "".join(sign for sign in spaced if unicodedata.category(sign) not in {"Cc", "Cf", "Cs"})
    return shown[:250].strip()


def _render(template: str, context: dict[str, Any], *, autoescape: bool) -> str:
    # By the engine itself: the loader's `render_to_string` escapes text as if it were HTML.
    found = Engine.get_default().get_template(template)
    return str(found.render(Context(context, autoescape=autoescape)))
