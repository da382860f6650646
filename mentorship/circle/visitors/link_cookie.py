"""How this browser holds an invitation: by its account, a pass, or the link it just followed."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from accounts.reader import Reader, Request
from mentorship.circle import links
from mentorship.circle.links import Link
from mentorship.circle.models import Invitation, InvitationQuerySet
from mentorship.circle.visitors import passes
from mentorship.toolbox.refs import new_ref

COOKIE = "__Secure-link" if settings.HTTPS else "link"
LASTS = timedelta(hours=1)
SALT = "circle.link"


@dataclass(frozen=True, slots=True)
class Held:
    """An invitation in the hands of this browser.

    by    who acts on it: the person who was asked
    link  the link it is held by; None for an account or a pass, which need no more opening
    """

    invitation: Invitation
    by: Reader
    link: Link | None = None


def held(request: Request, ref: str) -> Held | None:
    """The invitation, if this browser may show it now. Reads only."""
    known = _whole(Invitation.objects.visible_to(request.reader)).filter(ref=ref).first()
    if known:
        return Held(known, request.reader)
    token, browser = followed(request)
    found = _whole(Invitation.objects.for_token(ref, token, browser=browser)).first()
    link = links.opened_by(token, found) if found else None
    if found is None or link is None:
        return None
    return Held(found, passes.as_visitor(found, is_passed_on=link.is_passed_on), link)


def to_stop(request: Request, ref: str) -> Invitation | None:
    """The invitation whose person may say "no more letters" in this browser: by the link in the
    letter that is for this, or signed in. A pass changes no settings.
    """
    token, _browser = followed(request)
    by_link = _whole(Invitation.objects.for_stop_token(ref, token)).first()
    if by_link or not request.reader.owns:
        return by_link
    return _whole(Invitation.objects.visible_to(request.reader)).filter(ref=ref).first()


def follow(response: HttpResponse, ref: str, token: str) -> None:
    """Keep the link in this browser for an hour, for its own pages only, out of reach of scripts."""
    response.set_signed_cookie(
        COOKIE,
        f"{token} {new_ref()}",
        salt=SALT,
        max_age=LASTS,
        path=reverse("circle:cover", args=[ref]),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def unfollow(response: HttpResponse, ref: str) -> None:
    """Take the link to this invitation out of this browser."""
    response.delete_cookie(COOKIE, path=reverse("circle:cover", args=[ref]), samesite="Lax")


def followed(request: Request) -> tuple[str, str]:
    """The token this browser followed within the hour, and the browser's own mark."""
    kept = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LASTS)
    token, _space, browser = str(kept).partition(" ")
    return token, browser


def why_not(request: Request, invitation: Invitation) -> str:
    """Why "Continue" is not for this browser: "owner", "other" (signed in as somebody else), or ""."""
    if not request.reader.owns or request.reader.person == invitation.person:
        return ""
    return "owner" if request.reader.person == invitation.seeker else "other"


def _whole(invitations: InvitationQuerySet) -> InvitationQuerySet:
    return invitations.select_related("round__owner", "person").prefetch_related("round__documents")
