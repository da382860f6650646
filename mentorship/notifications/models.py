"""One thing to tell one person (notice), and the frozen e-mail that carries it (letter)."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.reader import Reader
from mentorship.toolbox.refs import new_ref


class Event(models.Model):
    """Something that happened and that others should hear of.

    thing     kind and ref of what it is about, "thread:k3f9w2m8tq4x": lower rooms know no higher.
    audience  how many notices it caused, counted when it was written.
    """

    kind = models.CharField(max_length=40)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    thing = models.CharField(max_length=60)
    audience = models.PositiveIntegerField()
    happened_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.kind} {self.thing}"


class LetterQuerySet(models.QuerySet["Letter"]):
    """Letters, by who may read them."""

    def visible_to(self, reader: Reader, *, here: bool) -> Self:
        """Everybody's for whoever sits at the machine itself; else one's own without codes.

        here  the request comes from the machine of a service that is for this machine alone.
        """
        if here:
            return self.all()
        if not reader.owns:
            return self.none()
        return self.filter(person=reader.person, is_about_signing_in=False)

    def newest_first(self) -> Self:
        """The same letters, without their words."""
        return self.defer("text", "html", "headers").order_by("-written_at", "-pk")


class Letter(models.Model):
    """One e-mail to one person, frozen when it falls due: a second copy is the same letter.

    Secrets are not in it: the texts hold markers like `{{code}}`, and what they stand for is derived
    from `ref` and `generation` at the moment of sending.
    """

    class State(models.TextChoices):
        WAITING = "waiting"  # due at `due_at`
        CLAIMED = "claimed"  # a worker has it until `lease_until`
        IN_DATA = "in_data"  # its bytes may be on their way
        SENT = "sent"  # the mail server took it
        UNCONFIRMED = "unconfirmed"  # may have been sent twice, or not at all; we stop
        KEPT = "kept"  # no mail leaves this service; read in the mailbox page
        REPLACED = "replaced"  # a notice in it may no longer be told
        SUPPRESSED = "suppressed"  # its reader does not want it, or her address is dead
        FAILED = "failed"  # the mail server refused it for good

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    kind = models.CharField(max_length=60)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="letters"
    )
    address = models.EmailField()
    is_about_signing_in = models.BooleanField(default=False)
    generation = models.PositiveIntegerField(default=1)
    subject = models.CharField(max_length=250)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    message_id = models.CharField(max_length=120, blank=True)
    dated_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    reason = models.CharField(max_length=120, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    ambiguous = models.PositiveIntegerField(default=0)
    lease = models.CharField(max_length=32, blank=True)
    lease_until = models.DateTimeField(null=True)
    due_at = models.DateTimeField(default=timezone.now)
    written_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    replaced_by = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(state="waiting"),
                name="notifications_letter_due",
            ),
            models.Index(
                fields=["lease_until"],
                condition=Q(state__in=["claimed", "in_data"]),
                name="notifications_letter_leased",
            ),
            models.Index(fields=["person", "-written_at"], name="notifications_letter_of"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"

    @property
    def standing(self) -> tuple[str, str]:
        """How it stands, as a shape of `ui/status.html` and a word."""
        shape, word = STANDING[Letter.State(self.state)]
        return shape, str(word)


STANDING = {
    Letter.State.WAITING: ("waiting", _("Waiting to be sent")),
    Letter.State.CLAIMED: ("working", _("Being sent")),
    Letter.State.IN_DATA: ("working", _("Being sent")),
    Letter.State.SENT: ("good", _("Sent")),
    Letter.State.UNCONFIRMED: ("warning", _("Perhaps sent")),
    Letter.State.KEPT: ("good", _("Kept here")),
    Letter.State.REPLACED: ("warning", _("Replaced by a newer letter")),
    Letter.State.SUPPRESSED: ("warning", _("Not sent: its time was over")),
    Letter.State.FAILED: ("danger", _("Could not be delivered")),
}


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices, by whom they are for."""

    def unseen(self) -> Self:
        """Notices in the page that their person has not looked at."""
        return self.filter(channel=Notice.Channel.PAGE, seen_at=None)

    def waiting_for_a_letter(self) -> Self:
        """Due notices that no letter carries yet, without those dropped."""
        return self.filter(
            channel=Notice.Channel.LETTER,
            letter=None,
            dropped_at=None,
            due_at__lte=timezone.now(),
        )


class Notice(models.Model):
    """One thing to tell one person by one channel, at most once."""

    class Channel(models.TextChoices):
        PAGE = "page"
        LETTER = "letter"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="notices")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    channel = models.CharField(max_length=8, choices=Channel)
    letter = models.ForeignKey(Letter, null=True, on_delete=models.SET_NULL, related_name="notices")
    due_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=40, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("event"), F("person"), F("channel"), name="notifications_notice_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(channel="letter", letter=None, dropped_at=None),
                name="notifications_notice_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} to {self.person_id} by {self.channel}"
