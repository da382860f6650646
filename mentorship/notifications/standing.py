"""How letters stand, for whoever reads the mailbox page: a shape of `ui/status.html` and a word."""

from django.utils.translation import gettext_lazy as _

STANDING = {
    "waiting": ("waiting", _("Waiting to be sent")),
    "claimed": ("working", _("Being sent")),
    "in_data": ("working", _("Being sent")),
    "sent": ("good", _("Sent")),
    "unconfirmed": ("warning", _("Perhaps sent")),
    "kept": ("good", _("Kept here")),
    "replaced": ("warning", _("Replaced by a newer letter")),
    "suppressed": ("warning", _("Not sent: its time was over")),
    "failed": ("danger", _("Could not be delivered")),
}
STOPPED = ("warning", _("Not sent: these letters were stopped"))
