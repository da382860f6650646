"""Where a link leads once it is pressed: to what its letter tells of, or to the first of the texts.

No address is taken from the link itself: the letter says by its kind what it tells of, and whoever
pressed it is asked for as at any page.
"""

from accounts.reader import Request
from mentorship.circle import links, offers
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.link_cookie import Held, followed, why_not
from mentorship.documents.models import Version
from mentorship.notifications import kinds
from mentorship.notifications.models import Letter


def onward(request: Request, held: Held) -> str:
    """Where "Continue" leads in this browser, which may read from now on; the other button, to a look."""
    look = offers.look_at(held.invitation, held.by) if request.POST.get("then") == "look" else ""
    if look:
        return look
    token, _browser = followed(request, held.invitation.ref)
    return told_of(token, held) or _first_page(held)


def at_once(request: Request, ref: str, token: str) -> str:
    """The same for a browser that may read already; empty for any other, which has to press."""
    hers = Invitation.objects.visible_to(request.reader).select_related("round__owner", "person")
    known = hers.filter(ref=ref).first()
    if known is None or why_not(request, known):
        return ""
    return told_of(token, Held(known, request.reader))


def told_of(token: str, held: Held) -> str:
    """What the letter with this link tells of, as whoever holds it sees it; empty for other links."""
    ref = links.letter_of(token, held.invitation)
    letter = Letter.objects.filter(ref=ref, person=held.invitation.person).first() if ref else None
    if letter is None or letter.kind not in kinds.KINDS:
        return ""
    notices = list(letter.notices.select_related("person", "event__actor").order_by("pk"))
    return kinds.of(letter.kind).leads_to(notices, held.by) if notices else ""


def _first_page(held: Held) -> str:
    """Where the first of the documents is read; the cover page while there is none to read."""
    readable = Version.objects.visible_to(held.by).ready().select_related("document")
    asked = readable.filter(document__rounds=held.invitation.round).defer("text")
    first = asked.order_by("document", "-number").first()
    return first.get_absolute_url() if first else held.invitation.get_absolute_url()
