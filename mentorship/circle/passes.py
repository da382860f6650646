"""The visitor pass in a browser: a signed cookie that names a Pass, never a sign-in."""

from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature
from django.http import HttpResponse
from django.utils import timezone

from accounts.reader import Reader, Request, Way
from mentorship.circle.models import Invitation, Pass
from mentorship.documents.models import Grant

COOKIE = "__Host-pass" if settings.HTTPS else "pass"
LASTS = timedelta(days=30)


def visiting(request: Request) -> Reader | None:
    """The reader of a live pass, with exactly the grants of its invitation; None without one."""
    try:
        ref = request.get_signed_cookie(COOKIE, default=None)
    except BadSignature:
        return None
    live = Pass.objects.filter(
        ref=ref, ended_at=None, ends_at__gt=timezone.now(), invitation__revoked_at=None
    )
    shown = live.select_related("invitation__person").first() if ref else None
    return as_visitor(shown.invitation) if shown else None


def as_visitor(invitation: Invitation) -> Reader:
    """The reader an invitation's pass makes."""
    grants = Grant.objects.filter(source=Grant.Source.INVITATION, source_id=invitation.pk)
    scope = frozenset(grants.values_list("pk", flat=True))
    return Reader(person=invitation.person, way=Way.PASS, scope=scope)


def hand_over(response: HttpResponse, visitor_pass: Pass) -> None:
    """Put the pass into this browser, out of reach of scripts, until it ends."""
    response.set_signed_cookie(
        COOKIE,
        visitor_pass.ref,
        expires=visitor_pass.ends_at,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
