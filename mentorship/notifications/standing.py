"""How letters stand, for whoever reads the mailbox page: a shape of `ui/status.html` and a word."""

from django.utils.translation import gettext_lazy as _

STANDING = {
    "waiting": ("waiting", _("Waiting to be sent")),
    "claimed": ("working", _("Being sent")),
    "in_data": ("working", _("Being sent")),
    "sent": ("good", _("Sent")),
    "unconfirmed": ("warning", _("May have been sent")),
    "kept": ("good", _("Kept here")),
    "replaced": ("warning", _("Replaced by a newer email")),
    "suppressed": ("warning", _("Not sent: it had expired")),
    "failed": ("danger", _("Could not be delivered")),
}
STOPPED = ("warning", _("Not sent: these emails were stopped"))
