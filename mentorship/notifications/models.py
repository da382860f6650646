"""One thing to tell one person (notice), and the frozen e-mail that carries it (letter)."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.reader import Reader
from mentorship.notifications.standing import STANDING, STOPPED
from mentorship.toolbox.clock.moments import Now, now
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
    happened_at = models.DateTimeField(default=now)

    class Meta:
        indexes = [models.Index(fields=["thing", "kind"], name="notifications_event_about")]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing}"


# Letters whose words are still to be erased: of those with a code, and of all; letters that came back.
CODES = Q(is_about_signing_in=True) & ~Q(text="", html="")
WORDS = Q(ended_at__isnull=False) & ~Q(text="", html="", subject="")
BACK = Q(state="failed")


class LetterQuerySet(models.QuerySet["Letter"]):
    """Letters, by who may read them."""

    def visible_to(self, reader: Reader, *, here: bool) -> Self:
        """Everybody's for whoever sits at the machine itself; else one's own without codes, of
        those that were handed over: not what was withheld, nor what is still to be asked about.

        here  the request comes from the machine of a service that is for this machine alone.
        """
        if here:
            return self.all()
        if not reader.owns:
            return self.none()
        handed_over = self.filter(state__in=["sent", "unconfirmed", "kept"])
        return handed_over.filter(person=reader.person, is_about_signing_in=False)

    def newest_first(self) -> Self:
        """The same letters, without their words."""
        return self.defer("text", "html", "headers").order_by("-written_at", "-pk")


class Letter(models.Model):
    """One e-mail to one person, frozen when it falls due: a second copy is the same letter.

    Secrets are not in it: the texts hold marks like `{{code:5d1f…}}` with its `nonce`, which nobody can
    have typed (of old `{{code}}`); what they stand for is derived from `ref` and `generation`.

    refusals  of its attempts, how often a mail server refused it for now, and not the service itself
    """

    has_notices = True  # unless it was asked: see `ledger.lease`
    leased_at = 0.0  # when this process got its lease, by its stopwatch
    may_have_left = (
        False  # whether this process was about to write its last dot, and has since then
    )

    class State(models.TextChoices):
        WAITING = "waiting"  # due at `due_at`
        CLAIMED = "claimed"  # a worker has it until `lease_until`
        IN_DATA = "in_data"  # its bytes may be on their way
        SENT = "sent"  # the mail server took it
        UNCONFIRMED = "unconfirmed"  # may have been sent twice, or not at all; we stop
        KEPT = "kept"  # no mail leaves this service; read in the mailbox page
        REPLACED = "replaced"  # a notice in it may no longer be told
        SUPPRESSED = "suppressed"  # its reader does not want it, or it had expired
        FAILED = "failed"  # the mail server refused it for good, or one before it: see `bounces`

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    kind = models.CharField(max_length=60)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="letters"
    )
    address = models.EmailField()
    is_about_signing_in = models.BooleanField(default=False)
    is_urgent = models.BooleanField(default=False, db_default=False)
    generation = models.PositiveIntegerField(default=1)
    nonce = models.CharField(max_length=32, blank=True, default="", db_default="")
    subject = models.CharField(max_length=250)
    text = models.TextField(blank=True)
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict)
    message_id = models.CharField(max_length=120, blank=True)
    dated_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    reason = models.CharField(max_length=120, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    refusals = models.PositiveIntegerField(default=0, db_default=0)
    ambiguous = models.PositiveIntegerField(default=0)
    lease = models.CharField(max_length=32, blank=True)
    lease_until = models.DateTimeField(null=True)
    due_at = models.DateTimeField(default=now)
    written_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True)
    replaced_by = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")

    objects = LetterQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"], condition=Q(state="waiting"), name="notifications_letter_due"
            ),
            models.Index(
                fields=["due_at"],
                condition=Q(state="waiting", is_urgent=True),
                name="notifications_letter_urgent",
            ),
            models.Index(
                fields=["lease_until"],
                condition=Q(state__in=["claimed", "in_data"]),
                name="notifications_letter_leased",
            ),
            models.Index(fields=["person", "-written_at"], name="notifications_letter_of"),
            models.Index(fields=["address"], condition=BACK, name="notifications_letter_failed"),
            models.Index(fields=["written_at"], condition=CODES, name="notifications_letter_code"),
            models.Index(fields=["ended_at"], condition=WORDS, name="notifications_letter_ended"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"

    @property
    def title(self) -> str:
        """Its subject, or what stands there once its words are gone."""
        return self.subject or str(_("An email whose words are gone"))

    @property
    def is_stopped(self) -> bool:
        """Whether it did not leave because its reader wants no such letters."""
        return self.state == self.State.SUPPRESSED and not self.is_about_signing_in

    @property
    def standing(self) -> tuple[str, str]:
        """How it stands, as a shape of `ui/status.html` and a word."""
        shape, word = STOPPED if self.is_stopped else STANDING[self.state]
        return shape, str(word)


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices, by whom they are for."""

    def visible_to(self, reader: Reader) -> Self:
        """What the page tells the signed-in reader now; to a visitor nothing."""
        hers = self.filter(person=reader.person) if reader.owns else self.none()
        return hers.filter(channel=Notice.Channel.PAGE, due_at__lte=Now())

    def newest_first(self) -> Self:
        """The same notices, each with what happened and who did it."""
        return self.select_related("event__actor").order_by("-event__happened_at", "-pk")

    def unseen(self) -> Self:
        """Those that their person has not looked at."""
        return self.filter(seen_at=None)

    def waiting_for_a_letter(self) -> Self:
        """Notices that no letter carries yet, due or not, without those dropped."""
        return self.filter(channel=Notice.Channel.LETTER, letter=None, dropped_at=None)


class Notice(models.Model):
    """One thing to tell one person by one channel, at most once.

    gathering  kind and ref of what its letter is gathered by, "document:k3f9w2m8tq4x"; mostly none
    """

    class Channel(models.TextChoices):
        PAGE = "page"
        LETTER = "letter"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="notices")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    channel = models.CharField(max_length=8, choices=Channel)
    gathering = models.CharField(max_length=60, blank=True)
    letter = models.ForeignKey(Letter, null=True, on_delete=models.SET_NULL, related_name="notices")
    due_at = models.DateTimeField(default=now)
    seen_at = models.DateTimeField(null=True)
    dropped_at = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0, db_default=0)
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
            models.Index(
                fields=["person"],
                condition=Q(channel="page", seen_at=None),
                name="notifications_notice_unseen",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} to {self.person_id} by {self.channel}"


class PreferenceQuerySet(models.QuerySet["Preference"]):
    """What people chose about their letters."""

    def visible_to(self, reader: Reader) -> Self:
        """Her own, when she is signed in."""
        return self.filter(person=reader.person) if reader.owns else self.none()

    def never(self) -> Self:
        """The letters that were stopped."""
        return self.filter(pace=Preference.Pace.NEVER)

    def stops(self, person: User, topic: str) -> bool:
        """Whether this person wants no letters about `topic`."""
        return bool(topic) and self.never().filter(person=person, topic=topic).exists()


class Preference(models.Model):
    """How soon a person wants letters about one topic; without a row, at once."""

    class Pace(models.TextChoices):
        AT_ONCE = "at_once", _("At once")
        NEVER = "never", _("Never")

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preferences"
    )
    topic = models.CharField(max_length=20, help_text="One of `topics.Topic`.")
    pace = models.CharField(max_length=8, choices=Pace, default=Pace.AT_ONCE)
    chosen_at = models.DateTimeField(default=now)

    objects = PreferenceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("person"), F("topic"), name="notifications_preference_per_topic"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.pace}"


class Hold(models.Model):
    """No letter leaves while this row is there: one row, or none. See `holding`."""

    held_at = models.DateTimeField(default=now)
    made_at = models.DateTimeField(null=True, help_text="When the backup was taken, if one is why.")

    def __str__(self) -> str:
        return f"mail is held since {self.held_at:%Y-%m-%d}"


class Tally(models.Model):
    """How often something was done on one day (UTC); `name` says what, in a hash. See `ceilings`."""

    day = models.DateField()
    name = models.CharField(max_length=32)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "tallies"
        constraints = [
            models.UniqueConstraint(F("day"), F("name"), name="notifications_tally_once"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.name}: {self.count}"
