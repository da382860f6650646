"""What the people asked in one round see of each other."""

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.access import BY_OPENNESS, allowed_openness, require
from mentorship.circle.models import Round
from mentorship.toolbox.refused import Refused


@transaction.atomic
def choose_openness(asked: Round, *, by: Reader, openness: str) -> bool:
    """Whether more is seen now than before: opened up at any time, closed before anything was sent.

    Raises Refused "heard" when something was sent already: it was written to be seen.
    """
    require(by, "own", on=asked)
    kept = Round.objects.select_for_update().get(pk=asked.pk)
    order = [str(one) for one in BY_OPENNESS]
    was, will_be = order.index(kept.openness), order.index(openness)
    if openness not in allowed_openness(kept):
        raise Refused("heard", _("Somebody has sent you something, so this only opens from here."))
    kept.openness = asked.openness = openness
    kept.save(update_fields=["openness"])
    return will_be > was
