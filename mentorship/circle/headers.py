"""In whose name letters to whoever was asked leave, and where replies to them go."""

from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import gettext as _

from mentorship.circle.models import Invitation
from mentorship.notifications import addressing


def in_the_name_of(invitation: Invitation) -> dict[str, str]:
    """From the service's address in the seeker's name; replies reach her unless she unticked that."""
    seeker = invitation.seeker
    shown = _("%(name)s via Mentorship") % {"name": seeker.name}
    address = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    found = {"From": addressing.mailbox(shown, address)}
    if invitation.may_answer_by_mail:
        found["Reply-To"] = addressing.mailbox(seeker.name, seeker.email)
    return found
