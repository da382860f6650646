"""How many jobs one person may keep here, and how much of each. Nobody honest meets it; nobody fills the database."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from mentorship.documents.budgets import require_turn
from mentorship.jobsearch.models import PostingFile, Pursuit, Term
from mentorship.toolbox.refused import Refused


def require_room(owner: User) -> None:
    """Pass when she may have one job more. Raises Refused "too-many" (422)."""
    limit = settings.MAX_JOBS_PER_PERSON
    if Pursuit.objects.filter(owner=owner).count() < limit:
        return
    told = ngettext(
        "You keep %(limit)s job here, and there is no room for more. Delete one you no longer need.",
        "You keep %(limit)s jobs here, and there is no room for more. Delete some you no longer need.",
        limit,
    )
    raise Refused("too-many", told % {"limit": limit}, status=422)


def require_room_for_file(owner: User, *, of: Pursuit) -> None:
    """Pass when one file more may wait to be read.

    Raises Refused "too-many-waiting" (429), and as any file that is uploaded: `documents.budgets`.
    """
    require_turn(owner)
    others = PostingFile.objects.filter(pursuit__owner=owner).exclude(pursuit=of.pk)
    if others.count() >= settings.MAX_POSTINGS_WAITING:
        told = _(
            "Other postings of yours are still being read, or could not be. Add this one when you are "
            "done with them, or paste its text."
        )
        raise Refused("too-many-waiting", told, field="file", status=429)


def require_room_for_term(pursuit: Pursuit, name: str) -> None:
    """Pass when this term is changed already, or one more may be. Raises Refused "too-many" (422)."""
    others = Term.objects.filter(pursuit=pursuit).exclude(name=name)
    if others.count() >= settings.MAX_TERMS_CHANGED:
        told = _("You have changed so many terms here that there is no room for more.")
        raise Refused("too-many", told, field="text", status=422)
