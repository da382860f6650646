"""Everything a person can do about looks: prepare one, pass a link on, take one, say what she recalls."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle import actions as circle
from mentorship.circle.access import require_open
from mentorship.documents import actions as documents
from mentorship.documents.models import Document, Grant, Version
from mentorship.jobsearch.models import Pursuit
from mentorship.looks.access import require
from mentorship.looks.lengths import LINKS_LAST, MAX_LINKS
from mentorship.looks.models import Look, LookLink, Showing
from mentorship.looks.notices import looked
from mentorship.looks.visitors import Held
from mentorship.toolbox.clock.moments import now
from mentorship.toolbox.refused import Refused
from mentorship.toolbox.web.once import once
from mentorship.trail.actions import write

AS_LONG_AS_SHE_LIKES = 0  # of the paces: each other one is so many times the ten seconds
PACES = (1, 2, 3, AS_LONG_AS_SHE_LIKES)


@dataclass(frozen=True, slots=True)
class Recalled:
    """What a reader says after her look."""

    job: str = ""
    strongest: str = ""
    second: str = ""
    stopped: str = ""
    eyes: Sequence[Sequence[float]] = ()


@transaction.atomic
def prepare(
    version: Version,
    *,
    by: Reader,
    lines: Sequence[int],
    drawn: Sequence[Sequence[float]],
    target: str,
    pursuit: Pursuit | None,
    is_offered: bool,
) -> Showing:
    """Show page one of this version for looks, with these lines and boxes covered.

    Raises Refused "not-ready" while there is no reading copy.
    """
    require(by, "own", on=version.document)
    if not version.is_ready:
        raise Refused(
            "not-ready", _("This version is still being prepared. Try again in a minute.")
        )
    facts = {
        "lines": sorted(set(lines)),
        "drawn": [list(box) for box in drawn],
        "target": target,
        "pursuit": pursuit,
        "is_offered": is_offered,
        "saved_at": now(),
    }
    return Showing.objects.update_or_create(version=version, defaults=facts)[0]


@transaction.atomic
def make_link(document: Document, *, by: Reader, for_whom: str, most: int, key: UUID) -> LookLink:
    """A link that gives so many looks within fourteen days; the same form makes one.

    Raises Refused "not-prepared" before anything is covered, "too-many-links".
    """
    require(by, "own", on=document)
    Document.objects.select_for_update().get(pk=document.pk)
    key = once(key, for_whom, most)
    known = document.look_links.filter(key=key).first()
    if known:
        return known
    if not Showing.objects.filter(version__document=document).exists():
        raise Refused("not-prepared", _("First choose what is covered on page one."))
    if document.look_links.live().count() >= MAX_LINKS:
        raise Refused("too-many-links", _("There are many open links. End one of them first."))
    made_at = now()
    facts = {"for_whom": for_whom, "most": most, "created_at": made_at}
    made = LookLink.objects.create(
        document=document, key=key, ends_at=made_at + LINKS_LAST, **facts
    )
    documents.grant(
        document,
        by=by,
        person=None,
        may=Grant.May.READ,
        ends_at=made.ends_at,
        **_source(made),
    )
    write("look-link", _thing(made), owner=document.owner, by=by)
    return made


@transaction.atomic
def end_link(link: LookLink, *, by: Reader) -> None:
    """It opens nothing from now on, also for whoever is looking just now."""
    require(by, "own", on=link)
    if link.ended_at is None:
        link.ended_at = now()
        link.save(update_fields=["ended_at"])
        documents.end_grant(link.document, by=by, **_source(link))
        write("look-link-ended", _thing(link), owner=link.document.owner, by=by)


@transaction.atomic
def start(
    held: Held, showing: Showing, *, by: Reader, pace: int, by_text: bool
) -> tuple[Look, bool]:
    """The reader's one look at this version, and whether it begins now: it may have begun before.

    pace  one of PACES

    Raises Refused "full" where the link has given all its looks, "closed" with the round.
    """
    require(by, "look", on=showing)
    # Two presses at once make one look, and two readers do not share a link's last one.
    Showing.objects.select_for_update().get(pk=showing.pk)
    if held.link:
        LookLink.objects.select_for_update().get(pk=held.link.pk)
    if held.invitation:
        require_open(held.invitation.round)
        whose: dict[str, Any] = {"person": held.invitation.person, "hand": held.hand}
    else:
        whose = {"link": held.link, "browser": held.browser}
    begun = Look.objects.filter(showing=showing, **whose).first()
    if begun:
        return begun, False
    if held.link and held.link.looks.count() >= held.link.most:
        raise Refused("full", _("This link has been used up. Ask for another one."))
    seconds = pace * settings.LOOK_SECONDS or None
    facts = {"seconds": seconds, "by_text": by_text, "started_at": now()}
    look = Look.objects.create(showing=showing, invitation=held.invitation, **whose, **facts)
    write("looked", _version(look), owner=showing.version.document.owner, by=by)
    return look, True


@transaction.atomic
def answer(look: Look, *, by: Reader, said: Recalled) -> None:
    """What she recalls is with the seeker, who is told; whoever was asked has answered with it."""
    require(by, "look", on=look)
    kept = Look.objects.select_for_update(of=("self",)).get(pk=look.pk)
    if kept.answered_at:
        return
    kept.job, kept.strongest, kept.second = said.job, said.strongest, said.second
    kept.stopped, kept.eyes = said.stopped, [list(eye) for eye in said.eyes]
    kept.answered_at = now()
    kept.save()
    if look.invitation:
        circle.looked(look.invitation)
    looked.tell_seeker(look)


@transaction.atomic
def judge(look: Look, *, by: Reader, relevant: str) -> None:
    """Whether she finds the page relevant to the job, which she is shown once she has answered."""
    require(by, "look", on=look)
    Look.objects.filter(pk=look.pk).exclude(answered_at=None).update(relevant=relevant)


@transaction.atomic
def say_named(look: Look, *, by: Reader, named: bool) -> None:
    """The seeker's own word on whether this reader named the job."""
    require(by, "own", on=look)
    look.named = named
    look.save(update_fields=["named"])


def _source(link: LookLink) -> dict[str, Any]:
    return {"source": Grant.Source.LOOK, "source_id": link.pk}


def _thing(link: LookLink) -> str:
    return f"document:{link.document.ref}/look-link"


def _version(look: Look) -> str:
    version = look.showing.version
    return f"version:{version.document.ref}/{version.number}"
