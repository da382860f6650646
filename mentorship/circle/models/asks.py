"""Rounds, and the invitations of each."""

from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.reader import Reader
from mentorship.circle import links
from mentorship.circle.lengths import MAX_NAME, MAX_ROUND_NAME, MAX_SENTENCE
from mentorship.documents.models import Document, Grant
from mentorship.jobsearch.models import Pursuit
from mentorship.notifications.models import Event, Letter, Notice
from mentorship.toolbox.clock.moments import Now, now
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.refs import new_ref


class RoundQuerySet(models.QuerySet["Round"]):
    """Rounds, by who may see them."""

    def owned_by(self, reader: Reader) -> Self:
        """Those she asked for; none for a reader who did not sign in."""
        return self.filter(owner=reader.person) if reader.owns else self.none()

    def visible_to(self, reader: Reader) -> Self:
        """Rounds she asked for, and those that ask her; by a link those it is for, while it opens them."""
        if reader.person is None:
            return self.none()
        asks_her = Invitation.objects.filter(
            person=reader.person, revoked_at=None, disowned_at=None
        )
        if reader.scope is not None:
            open_now = Grant.objects.counting_for(reader).filter(source=Grant.Source.INVITATION)
            asks_her = asks_her.filter(pk__in=open_now.values("source_id"))
        asked = asks_her.order_by().values("round")
        if not reader.owns:
            return self.filter(pk__in=asked)
        # One list of two: with "or" between them every round would be looked at.
        own = Round.objects.filter(owner=reader.person).values("pk")
        return self.filter(pk__in=own.union(asked, all=True))

    def with_progress(self) -> Self:
        """Newest first, each with its documents, and its invitations `with_letters` and their passes."""
        asked = Invitation.objects.with_letters().prefetch_related("passes")
        invitations = models.Prefetch("invitations", asked)
        read = Document.objects.with_latest().defer("draft", "note").order_by("pk")
        documents = models.Prefetch("documents", read)
        return self.prefetch_related(documents, invitations).order_by("-created_at")


class Round(models.Model):
    """One ask: documents, at most three questions, minutes needed, a date.

    name       as its seeker calls it; mostly empty: see `naming`
    closed_at  while it is set nobody is asked or reminded; what was said can be read as before
    openness  what the people asked see of one another; `critique.access` says it in full
    """

    class Openness(models.TextChoices):
        TABLE = "table", _("Open table: they see each other’s comments")
        BLIND_FIRST = "blind_first", _("Blind first pass: each sees the others’ after finishing")
        APART = "apart", _("Apart: they never see each other’s comments")

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rounds"
    )
    documents = models.ManyToManyField(Document, related_name="rounds")
    pursuit = models.ForeignKey(
        Pursuit, null=True, on_delete=models.SET_NULL, related_name="rounds"
    )
    name = models.CharField(max_length=MAX_ROUND_NAME, blank=True, db_default="")
    sentence = models.TextField(max_length=MAX_SENTENCE, blank=True)
    questions = models.JSONField(default=list, help_text="At most three texts.")
    minutes = models.PositiveIntegerField(default=10)
    wanted_by = models.DateField(null=True)
    openness = models.CharField(max_length=12, choices=Openness, default=Openness.TABLE)
    sends_reminders = models.BooleanField(default=True)
    key = models.UUIDField(help_text="Idempotency key of the form that made it.")
    sent = models.UUIDField(null=True, help_text="What that form said: `once` of all of it.")
    created_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)
    letter_read_at = models.DateTimeField(
        null=True, help_text="When its seeker last read what was said as one letter."
    )

    objects = RoundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("owner"), F("key"), name="circle_round_once_per_key"),
        ]

    def __str__(self) -> str:
        return f"round {self.ref}"

    def get_absolute_url(self) -> str:
        """Where its seeker sees what became of it."""
        return address("critique:round", self.ref)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, by who may see them and whether they stand."""

    def live(self) -> Self:
        """Not taken back, not disowned, and of a round that still has a document."""
        documents = Round.documents.through.objects.filter(round=OuterRef("round"))
        return self.filter(Exists(documents), revoked_at=None, disowned_at=None)

    def owned_by(self, reader: Reader) -> Self:
        """Of rounds she asked for; none for a reader who did not sign in."""
        return self.filter(round__owner=reader.person) if reader.owns else self.none()

    def visible_to(self, reader: Reader) -> Self:
        """Live ones to her: by account all of them, by a pass those whose grants it names."""
        if reader.person is None:
            return self.none()
        hers = self.live().filter(person=reader.person)
        if reader.scope is None:
            return hers
        named = Grant.objects.filter(source=Grant.Source.INVITATION, pk__in=reader.scope)
        return hers.filter(pk__in=named.values("source_id"))

    def for_token(self, ref: str, token: str, *, browser: str = "") -> Self:
        """The live invitation that this link opens now, or none: it may be spent, or too late.

        browser  a link that this browser has pressed opens in it again, and in no other; in none
                 once its pass was ended.
        """
        found = self.live().select_related("round", "person").filter(ref=ref).first()
        link = links.opened_by(token, found) if found else None
        if not found or not link or link.ends_at < now():
            return self.none()
        pressed = found.passes.filter(made_by=link.name)
        pressed = pressed.exclude(browser=browser, ended_at=None)
        return self.none() if pressed.exists() else self.filter(pk=found.pk)

    def for_stop_token(self, ref: str, token: str) -> Self:
        """The invitation whose letter holds this way to say "no more"; it never ends."""
        found = self.filter(ref=ref).first()
        return self.filter(pk=found.pk) if found and links.is_to_stop(token, found) else self.none()

    def waiting_for(self, reader: Reader) -> Self:
        """Live ones to the signed-in reader that she has not answered, the nearest date first."""
        mine = self.visible_to(reader) if reader.owns else self.none()
        dated = mine.awaited().filter(round__closed_at=None)
        dated = dated.select_related("round__owner", "person")
        asked_again = Q(asked_again_at__isnull=False)
        day = Case(When(asked_again, then="wanted_by"), default="round__wanted_by")
        nearest = day.asc(nulls_last=True)
        return dated.order_by(nearest, "created_at")

    def awaited(self) -> Self:
        """Those that may still be answered, and are not: `status.is_awaited`."""
        over = ("revoked_at", "disowned_at", "left_at", "declined_at", "answered_at")
        return self.filter(**dict.fromkeys(over))

    def undelivered(self) -> Self:
        """Unanswered ones whose newest letter was refused for good, until a link is copied instead."""
        refused = Notice.objects.filter(event=OuterRef("event"), letter__state=Letter.State.FAILED)
        unanswered = self.live().filter(declined_at=None, answered_at=None, round__closed_at=None)
        copied_since = Q(copied_at__gte=F("sent_at"))
        return unanswered.filter(Exists(refused)).exclude(copied_since)

    def to_remind(self) -> Self:
        """Those whose next reminder is due; whether it still makes sense is asked of each."""
        return self.filter(remind_at__lte=Now())

    def with_letters(self) -> Self:
        """In the order they were asked, each with its person, and how far its newest letter is.

        mailed  whether there is one; it may have been dropped
        letter_state, letter_reason  of the letter, once it is written
        """
        mailed = Notice.objects.filter(event=OuterRef("event"), channel=Notice.Channel.LETTER)
        standing = mailed.filter(dropped_at=None).order_by("pk")
        return (
            self.select_related("person")
            .annotate(
                mailed=Exists(standing),
                letter_state=Subquery(standing.values("letter__state")[:1]),
                letter_reason=Subquery(standing.values("letter__reason")[:1]),
            )
            .order_by("pk")
        )


class Invitation(models.Model):
    """One person asked in one round, by a mailed link.

    generation  of the newest mailed link. Those from `links_from` on are good for one press each:
                when the seeker sends another, the ones before end, and when anybody asks for a fresh
                one at the page, they do not. `sent_at` is the time of the oldest, `freshened_at` of
                the newest where anybody asked for it.
    copies      the same for the link the seeker copies, made at `copied_at`.
    event       the newest letter with its link.
    heard_at    when the first of what its person said was sent to the seeker
    answered_at, asked_again_at
                when she finished; empty again since the seeker asked for another look, with `again`
                in the seeker's words, by `wanted_by`, which counts instead of the round's date
    remind_at   when the next reminder is due; `reminders` of at most two were sent, one `reminded_at`
    """

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitations"
    )
    name = models.CharField(max_length=MAX_NAME)
    email = models.EmailField(
        blank=True,
        db_default="",
        help_text="As the seeker typed it; letters go to the person's own.",
    )
    generation = models.PositiveIntegerField(default=1)
    links_from = models.PositiveIntegerField(default=1, db_default=1)
    copies = models.PositiveIntegerField(default=0)
    always_by_code = models.BooleanField(default=False)
    may_answer_by_mail = models.BooleanField(default=False)
    event = models.ForeignKey(Event, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(default=timezone.now)
    freshened_at = models.DateTimeField(null=True)
    copied_at = models.DateTimeField(null=True)
    pressed_at = models.DateTimeField(null=True)
    begun_at = models.DateTimeField(null=True)
    heard_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    asked_again_at = models.DateTimeField(null=True)
    again = models.TextField(max_length=MAX_SENTENCE, blank=True)
    wanted_by = models.DateField(null=True)
    remind_at = models.DateTimeField(null=True)
    reminders = models.PositiveIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True)
    put_off_at = models.DateTimeField(null=True)
    put_off_until = models.DateField(null=True)
    declined_at = models.DateTimeField(null=True)
    disowned_at = models.DateTimeField(null=True)
    left_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    # Asked for by the release before alone, which may be gone back to: they go with the next one.
    code_ref = models.CharField(max_length=16, blank=True)
    code_sent_at = models.DateTimeField(null=True)
    code_tries = models.PositiveIntegerField(default=0)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("round"), F("person"), name="circle_invitation_once"),
        ]
        indexes = [
            models.Index(
                fields=["remind_at"],
                condition=Q(remind_at__isnull=False),
                name="circle_invitation_to_remind",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.ref}"

    def get_absolute_url(self) -> str:
        """Its cover page."""
        return address("circle:cover", self.ref)

    @property
    def thing(self) -> str:
        """How events and the trail name it, with the link that a letter about it holds."""
        return f"invitation:{self.ref}/{self.generation}"

    @property
    def seeker(self) -> User:
        """Who asks."""
        return self.round.owner

    @property
    def address(self) -> str:
        """What its seeker knows: what she typed, whatever the person has moved to since."""
        return self.email or self.person.email

    @property
    def due_on(self) -> date | None:
        """The day by which an answer is wanted now."""
        return self.wanted_by if self.asked_again_at else self.round.wanted_by

    def written_at(self, letter: str) -> datetime | None:
        """When this letter to its person was written; None when there is none."""
        return self.person.letters.filter(ref=letter).values_list("written_at", flat=True).first()

    @property
    def waits_for_another_look(self) -> bool:
        """Whether she has finished, was asked once more, and has not finished again."""
        return self.asked_again_at is not None and self.answered_at is None
