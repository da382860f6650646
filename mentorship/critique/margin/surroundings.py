"""What stands around a version besides its threads: the way up, and the verdicts it has got."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation
from mentorship.circle.people import names_in
from mentorship.critique.margin.cards import Bar
from mentorship.critique.models import Review
from mentorship.documents.access import Rights
from mentorship.documents.models import Document


@dataclass(frozen=True, slots=True)
class Way:
    """The page above this one."""

    url: str
    label: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What one mentor says of the whole."""

    name: str
    word: str
    summary: str
    finished_at: datetime
    is_passed_on: bool


def around(document: Document, reader: Reader, held: Rights, *, bar: Bar | None) -> dict[str, Any]:
    """What a page needs of it: `document`, `rights`, `up` and `heard`.

    bar  of the round in which she comments, when one asks her now
    """
    return {
        "document": document,
        "rights": held,
        "up": way_up(document, reader, held, bar=bar),
        "heard": heard(document, reader, held),
    }


def way_up(document: Document, reader: Reader, held: Rights, *, bar: Bar | None = None) -> Way:
    """Her document's page, her desk, or the letter that a visitor came by."""
    if held.own:
        return Way(document.get_absolute_url(), _("Document"))
    if reader.owns:
        return Way(reverse("home:desk"), _("Desk"))
    if bar:
        return Way(reverse("circle:cover", args=[bar.letter]), _("Letter"))
    asked = Invitation.objects.visible_to(reader).filter(round__documents=document)
    newest = asked.order_by("-pk").only("ref").first()
    return Way(newest.get_absolute_url() if newest else reverse("home:landing"), _("Letter"))


def heard(document: Document, reader: Reader, held: Rights) -> list[Heard]:
    """For the seeker: the verdicts and summaries of those who finished, the newest first."""
    if not held.own:
        return []
    reviews = Review.objects.visible_to(reader).filter(round__documents=document)
    finished = reviews.exclude(finished_at=None).exclude(verdict="", summary="")
    rows = list(finished.select_related("mentor").order_by("-finished_at", "-pk"))
    names = names_in(review.round_id for review in rows)
    return [
        Heard(
            names.of(review.round_id, review.mentor),
            review.get_verdict_display(),
            review.summary,
            review.finished_at or review.begun_at,
            review.hand_id is not None,
        )
        for review in rows
    ]
