"""How many jobs one person may keep here, and how much of each. Nobody honest meets it; nobody fills the database."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from mentorship.jobsearch.models import PostingFile, Pursuit, Term
from mentorship.toolbox.refused import Refused

MAX_PURSUITS = 1000
MAX_FILES = 5  # of postings that are still being read, or could not be
MAX_TERMS = 100  # of one posting that are added or changed


def require_room(owner: User) -> None:
    """Pass when she may have one job more. Raises Refused "too-many" (422)."""
    if Pursuit.objects.filter(owner=owner).count() < MAX_PURSUITS:
        return
    told = ngettext(
        "You keep %(limit)s job here, and there is no room for more. Delete one you no longer need.",
        "You keep %(limit)s jobs here, and there is no room for more. Delete some you no longer need.",
        MAX_PURSUITS,
    )
    raise Refused("too-many", told % {"limit": MAX_PURSUITS}, status=422)


def require_room_for_file(owner: User, *, of: Pursuit) -> None:
    """Pass when one file more may wait to be read. Raises Refused "too-many-waiting" (429)."""
    others = PostingFile.objects.filter(pursuit__owner=owner).exclude(pursuit=of.pk)
    if others.count() >= MAX_FILES:
        told = _(
            "Several of your postings are still being read. Add this one when they are done, or "
            "paste its text."
        )
        raise Refused("too-many-waiting", told, field="file", status=429)


def require_room_for_term(pursuit: Pursuit, name: str) -> None:
    """Pass when this term is changed already, or one more may be. Raises Refused "too-many" (422)."""
    others = Term.objects.filter(pursuit=pursuit).exclude(name=name)
    if others.count() >= MAX_TERMS:
        told = _("You have changed so many terms here that there is no room for more.")
        raise Refused("too-many", told, field="text", status=422)
