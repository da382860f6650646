"""What readers of a look are called, on pages and in letters."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from mentorship.circle.people import Names, names_in
from mentorship.looks.models import Look


def names_for(looks: Iterable[Look]) -> Names:
    """What the people who took these looks are called. One query."""
    return names_in(look.invitation.round_id for look in looks if look.invitation)


def called(look: Look, names: Names) -> str:
    """As the seeker calls her; for whoever came by a look link, what the seeker calls the link."""
    if look.person:
        name = names.of(look.invitation.round_id if look.invitation else None, look.person)
        return _("%(name)s, by a link you passed on") % {"name": name} if look.hand_id else name
    if look.link and look.link.for_whom:
        return _("By your link for %(whom)s") % {"whom": look.link.for_whom}
    return _("By your link")
