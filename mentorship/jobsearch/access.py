"""Who may act on a pursuit: its owner, signed in."""

from typing import Literal

from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.refused import Refused


def require(by: Reader, right: Literal["own"], *, on: Pursuit) -> None:
    """Pass when it is hers. Raises Refused "not-found" (404, the answer for what is not there)."""
    if not (by.owns and by.person == on.owner):
        raise Refused("not-found", _("There is nothing here."), status=404)


def held(pursuit: Pursuit) -> Pursuit:
    """The pursuit as it is now, locked until the end of the transaction.

    Raises Refused "deleted" when it has gone.
    """
    found = Pursuit.objects.select_for_update(no_key=True).filter(pk=pursuit.pk).first()
    if found is None:
        raise Refused("deleted", _("This job has just been deleted."))
    return found
