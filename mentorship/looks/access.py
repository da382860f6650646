"""Who may look, and who may read what others recalled."""

from typing import Literal

from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.documents import access
from mentorship.documents.models import Document
from mentorship.looks.models import Look, LookLink, Showing
from mentorship.toolbox.refused import Refused

Right = Literal["own", "look"]


def require(by: Reader, right: Right, *, on: Document | LookLink | Look | Showing) -> None:
    """Pass when `by` may: "own" is for the seeker signed in, "look" for whoever may see page one now.

    Raises Refused "not-found" (404, the answer for what is not there).
    """
    if isinstance(on, Document):
        access.require(by, "own", on=on)
        return
    if right == "own":
        found = type(on).objects.owned_by(by).filter(pk=on.pk).exists()
    else:
        showing = on.showing_id if isinstance(on, Look) else on.pk
        found = Showing.objects.visible_to(by).filter(pk=showing).exists()
    if not found:
        raise Refused("not-found", _("There is nothing here."), status=404)
