"""How somebody comes to a look: by an invitation she holds already, or by a look link.

Both have a ref, and a look's pages stand under it. A look link is kept in the browser as an invitation's
is: signed, for its own pages alone. It makes no reader of any other page, so that it opens nothing else.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from accounts.reader import Reader, Request, Way
from mentorship.circle.models import Invitation, Pass
from mentorship.documents.models import Document, Grant
from mentorship.jobsearch.models import Pursuit
from mentorship.looks import links
from mentorship.looks.models import Look, LookLink, Showing
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.together import together
from mentorship.toolbox.refs import new_ref

PREFIX = "__Secure-" if settings.HTTPS else ""
COOKIE_LASTS = timedelta(days=14)
SALT = "looks.link"
WHOLE = ("version__document__owner", "pursuit")
UNSEEN = ("version__text", "version__document__draft")


@dataclass(frozen=True, slots=True)
class Held:
    """A look within reach of this browser.

    ref         under which its pages stand: of the invitation or the link
    by          who looks
    showing     what there is to see; None while its seeker has prepared nothing
    invitation  by which she was asked; None for a look link
    link        the link, with the mark of this `browser`
    look        the one she has begun, of this version
    """

    ref: str
    by: Reader
    showing: Showing | None
    invitation: Invitation | None = None
    link: LookLink | None = None
    browser: str = ""
    look: Look | None = None

    @property
    def job(self) -> Pursuit | None:
        """What she is shown once she has answered, to say whether the page is relevant to it."""
        asked = self.invitation.round.pursuit if self.invitation else None
        return asked or (self.showing.pursuit if self.showing else None)

    @property
    def is_full(self) -> bool:
        """Whether the link has given all its looks, to others."""
        return bool(self.link and not self.look and self.link.is_full)

    @property
    def is_closed(self) -> bool:
        """Whether the round she was asked in is closed."""
        return bool(self.invitation and self.invitation.round.closed_at)

    @property
    def hand(self) -> Pass | None:
        """The pass from a passed-on link that she writes through; None for her own ways in."""
        asked, by = self.invitation, self.by
        if asked is None or by.scope is None or asked.round_id in by.proved:
            return None
        return asked.passes.filter(pk__in=by.hands).order_by("-pk").first()


def held(request: Request, ref: str) -> Held | None:
    """What this browser holds under this ref now, if anything. Reads only."""
    invitation = _asked(request.reader, ref).first()
    if invitation:
        return held_by_invitation(invitation, request.reader)
    token, browser = followed(request, ref)
    link = _live(ref).first() if links.opens(token, ref) else None
    return held_by_link(link, browser) if link else None


@composed
def _asked(reader: Reader, ref: str) -> QuerySet[Invitation]:
    asked = Invitation.objects.visible_to(reader).filter(ref=ref)
    return asked.select_related("round__owner", "round__pursuit", "person")


@composed
def _live(ref: str) -> QuerySet[LookLink]:
    """Of a link whose token was looked at; `given` is how many looks it has given."""
    live = LookLink.objects.live().filter(ref=ref).with_counts()
    return live.select_related("document__owner").defer("document__draft")


def held_by_invitation(invitation: Invitation, by: Reader) -> Held:
    """What whoever was asked holds by her account or a pass."""
    showing = offered_in(invitation, by)
    found = Held(invitation.ref, by, showing, invitation)
    if showing is None:
        return found
    hers = Look.objects.by(person=invitation.person, hand=found.hand).filter(showing=showing)
    return Held(invitation.ref, by, showing, invitation, look=hers.first())


def held_by_link(link: LookLink, browser: str) -> Held:
    """What whoever has this live link holds in a browser with this mark."""
    opened = _opened_by(link.pk, link.document_id)
    by = Reader(None, Way.LOOK, frozenset(opened))
    showings, looks = together(_shown(by, link.document_id), _begun(link.pk, browser))
    showing = showings[0] if showings else None
    look = next((one for one in looks if showing and one.showing_id == showing.pk), None)
    return Held(link.ref, by, showing, link=link, browser=browser, look=look)


@composed
def _opened_by(link: int, document: int) -> QuerySet[Grant, int]:
    live = Grant.objects.live().filter(source=Grant.Source.LOOK, source_id=link)
    return live.filter(document=document).values_list("pk", flat=True)


@composed
def _shown(by: Reader, document: int) -> QuerySet[Showing]:
    """What there is to see of the newest version that was prepared."""
    prepared = Showing.objects.visible_to(by).filter(version__document=document)
    return prepared.select_related(*WHOLE).defer(*UNSEEN).newest()[:1]


@composed
def _begun(link: int, browser: str) -> QuerySet[Look]:
    return Look.objects.by_link(link, browser)


def offered_in(invitation: Invitation, by: Reader) -> Showing | None:
    """What there is to see in the documents of this invitation: of a résumé first, the newest version."""
    here = _offered(by, invitation.round_id)
    found = sorted(here, key=lambda one: (not _is_resume(one), one.version.document_id))
    return found[0] if found else None


@composed
def _offered(by: Reader, asked: int) -> QuerySet[Showing]:
    documents = Document.objects.visible_to(by).filter(rounds=asked)
    prepared = Showing.objects.visible_to(by).filter(is_offered=True)
    whole = prepared.select_related(*WHOLE).defer(*UNSEEN)
    return whole.filter(version__document__in=documents).order_by("-version__number")


def _is_resume(showing: Showing) -> bool:
    return showing.version.document.kind == Document.Kind.RESUME


def follow(request: HttpRequest, response: HttpResponse, ref: str, token: str) -> None:
    """Keep the link in this browser, for its own pages only, out of reach of scripts.

    The browser's own mark stays what it was, so that following the link again is no second look.
    """
    _token, browser = followed(request, ref)
    response.set_signed_cookie(
        _cookie(ref),
        f"{token} {browser or new_ref()}",
        salt=SALT,
        max_age=COOKIE_LASTS,
        path=reverse("looks:look", args=[ref]),
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def followed(request: HttpRequest, ref: str) -> tuple[str, str]:
    """The token of the look link with this ref that the browser followed, and the browser's own mark."""
    kept = request.get_signed_cookie(_cookie(ref), default="", salt=SALT, max_age=COOKIE_LASTS)
    token, _space, browser = str(kept).partition(" ")
    return token, browser


def _cookie(ref: str) -> str:
    return f"{PREFIX}look-{ref}"
