"""The visitor pass in a browser: a signed cookie that names passes, never a sign-in."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from accounts.reader import Reader, Request, Way
from mentorship.circle.models import Invitation, Pass
from mentorship.documents.models import Grant
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.together import together

COOKIE = "__Host-pass" if settings.HTTPS else "pass"
PASS_LASTS = timedelta(days=30)
MAX_PASSES = 12  # invitations in one browser; the oldest pass goes first


def visiting(request: Request) -> Reader | None:
    """The reader of this browser's live passes, with exactly the grants of their invitations.

    One browser is one person's: of passes for several people only the newest one's count.
    """
    refs = shown_by(request)
    if not refs:
        return None
    shown, opened = together(_live(refs), _opened_by(refs))
    return _reader(_newest_first(shown, refs), opened) if shown else None


def reader_of(shown: Sequence[Pass]) -> Reader:
    """The reader that these live passes make, the newest first."""
    return _reader(shown, list(_opened_by([one.ref for one in shown])))


def _reader(shown: Sequence[Pass], opened: list[tuple[int, int]]) -> Reader:
    """As `reader_of`; `opened` are the grants of all these passes (`_opened_by`)."""
    person = shown[0].invitation.person
    hers = [one for one in shown if one.invitation.person_id == person.pk]
    invitations = {one.invitation_id for one in hers}
    scope = frozenset(pk for invitation, pk in opened if invitation in invitations)
    proved = frozenset(one.invitation.round_id for one in hers if not one.is_passed_on)
    unproved = (one for one in hers if one.invitation.round_id not in proved)
    hands = frozenset(one.pk for one in unproved)
    return Reader(person, Way.PASS, scope, proved, hands)


def way_back(request: Request) -> str | None:
    """The letter's page, for a browser whose passes have ended; None when it shows none."""
    newest = Pass.objects.filter(ref__in=shown_by(request)[:1]).select_related("invitation").first()
    return newest.invitation.get_absolute_url() if newest else None


def as_visitor(invitation: Invitation, *, is_passed_on: bool = False) -> Reader:
    """The reader an invitation's mailed link makes; or one that was passed on, which proves nothing."""
    proved = frozenset[int]() if is_passed_on else frozenset([invitation.round_id])
    return Reader(invitation.person, Way.PASS, _grants_of([invitation.pk]), proved)


def live_in(request: Request) -> list[Pass]:
    """The live passes this browser shows, the newest first."""
    refs = shown_by(request)
    if not refs:
        return []
    return _newest_first(_live(refs), refs)


def _newest_first(passes: Iterable[Pass], refs: list[str]) -> list[Pass]:
    return sorted(passes, key=lambda one: refs.index(one.ref))


@composed
def _live(refs: list[str]) -> QuerySet[Pass]:
    return Pass.objects.live().filter(ref__in=refs).select_related("invitation__person")


def shown_by(request: HttpRequest) -> list[str]:
    """The refs of the passes this browser shows, live or not, the newest first."""
    return str(request.get_signed_cookie(COOKIE, default="")).split()


def hand_over(response: HttpResponse, visitor_pass: Pass, *, beside: Iterable[str] = ()) -> None:
    """Put the pass into this browser, out of reach of scripts, beside those it showed already."""
    refs = dict.fromkeys([visitor_pass.ref, *beside])
    response.set_signed_cookie(
        COOKIE,
        " ".join(list(refs)[:MAX_PASSES]),
        expires=visitor_pass.ends_at,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def take_back(response: HttpResponse) -> None:
    """Take the cookie of its passes out of this browser."""
    response.delete_cookie(COOKIE, samesite="Lax")


def _grants_of(invitations: list[int]) -> frozenset[int]:
    return frozenset(_ids_of_grants(invitations))


@composed
def _opened_by(refs: list[str]) -> QuerySet[Grant, tuple[int, int]]:
    """The grants of the invitations of these passes, each with its invitation."""
    invitations = Pass.objects.filter(ref__in=refs).values("invitation")
    grants = Grant.objects.filter(source=Grant.Source.INVITATION, source_id__in=invitations)
    return grants.values_list("source_id", "pk")


@composed
def _ids_of_grants(invitations: list[int]) -> QuerySet[Grant, int]:
    grants = Grant.objects.filter(source=Grant.Source.INVITATION, source_id__in=invitations)
    return grants.values_list("pk", flat=True)
