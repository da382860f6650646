"""How this browser holds an invitation: by its account, a pass, or the link it just followed."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accounts.reader import Reader, Request
from mentorship.circle import links
from mentorship.circle.links import Link
from mentorship.circle.models import Invitation, InvitationQuerySet
from mentorship.circle.visitors import passes
from mentorship.toolbox.refs import new_ref

PREFIX = "__Secure-" if settings.HTTPS else ""
COOKIE_LASTS = timedelta(hours=1)
SALT = "circle.link"
# A link's cookie goes to its own pages alone: which there are stands in one that goes to all.
FOLLOWED = f"{PREFIX}followed"
MAX_FOLLOWED = 20


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
    token, browser = followed(request, ref)
    found = _whole(Invitation.objects.for_token(ref, token, browser=browser)).first()
    link = links.opened_by(token, found) if found else None
    if found is None or link is None:
        return None
    return Held(found, passes.as_visitor(found, is_passed_on=link.is_passed_on), link)


def over(request: Request, ref: str) -> Invitation | None:
    """The invitation that opens nothing any more, where this browser proves that it was hers: by her
    account, a pass it once got, or the link it just followed. Reads only.
    """
    found = _whole(Invitation.objects.filter(ref=ref)).first()
    if found is None or not (found.revoked_at or not found.round.documents.all()):
        return None
    token, _browser = followed(request, ref)
    is_hers = request.reader.owns and request.reader.person == found.person
    was_let_in = found.passes.filter(ref__in=passes.shown_by(request))
    return found if is_hers or links.opened_by(token, found) or was_let_in.exists() else None


def to_stop(request: Request, ref: str) -> Invitation | None:
    """The invitation whose person may say "no more letters" in this browser: by the link in the
    letter that is for this, or signed in. A pass changes no settings.
    """
    token, _browser = followed(request, ref)
    by_link = _whole(Invitation.objects.for_stop_token(ref, token)).first()
    if by_link or not request.reader.owns:
        return by_link
    return _whole(Invitation.objects.visible_to(request.reader)).filter(ref=ref).first()


def follow(request: HttpRequest, response: HttpResponse, ref: str, token: str) -> None:
    """Keep the link in this browser for an hour, for its own pages only, out of reach of scripts."""
    keep = partial(
        response.set_signed_cookie,
        salt=SALT,
        max_age=COOKIE_LASTS,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )
    keep(_cookie(ref), f"{token} {new_ref()}", path=reverse("circle:cover", args=[ref]))
    others = [one for one in _refs(request) if one != ref]
    keep(FOLLOWED, " ".join([*others, ref][-MAX_FOLLOWED:]))


def unfollow_all(request: HttpRequest, response: HttpResponse) -> None:
    """Take every link out of this browser."""
    for ref in _refs(request):
        there = reverse("circle:cover", args=[ref])
        response.delete_cookie(_cookie(ref), path=there, samesite="Lax")
    response.delete_cookie(FOLLOWED, samesite="Lax")


def _cookie(ref: str) -> str:
    """Its name: each has its own, for an answer holds one cookie of a name, whatever their paths."""
    return f"{PREFIX}link-{ref}"


def _refs(request: HttpRequest) -> list[str]:
    """The invitations whose links this browser followed within the hour, the newest last."""
    kept = request.get_signed_cookie(FOLLOWED, default="", salt=SALT, max_age=COOKIE_LASTS)
    return str(kept).split()


def followed(request: Request, ref: str) -> tuple[str, str]:
    """The token to this that the browser followed within the hour, and the browser's own mark."""
    kept = request.get_signed_cookie(_cookie(ref), default="", salt=SALT, max_age=COOKIE_LASTS)
    token, _space, browser = str(kept).partition(" ")
    return token, browser


def why_not(request: Request, invitation: Invitation) -> str:
    """Why "Continue" is not for this browser: "owner", "other" (signed in as another person), or ""."""
    if not request.reader.owns or request.reader.person == invitation.person:
        return ""
    return "owner" if request.reader.person == invitation.seeker else "other"


def _whole(invitations: InvitationQuerySet) -> InvitationQuerySet:
    return invitations.select_related("round__owner", "person").prefetch_related("round__documents")
