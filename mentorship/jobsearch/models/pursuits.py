"""Pursuits: one job gone for each, with its posting."""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.reader import Reader
from mentorship.jobsearch.lengths import (
    MAX_EMPLOYER,
    MAX_LINK,
    MAX_POSTING,
    MAX_ROLE,
    MAX_STEP,
)
from mentorship.toolbox.clock.moments import Now
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.refs import new_ref


class PursuitQuerySet(models.QuerySet["Pursuit"]):
    """Pursuits, by who may see them and what is due."""

    def owned_by(self, reader: Reader) -> Self:
        """Hers; none for a reader who did not sign in."""
        return self.filter(owner=reader.person) if reader.owns else self.none()

    def visible_to(self, reader: Reader) -> Self:
        """Hers alone. What a mentor reads of one is its posting: `circle.postings` opens that."""
        return self.owned_by(reader)

    def under_way(self) -> Self:
        """Those that have not ended."""
        return self.exclude(stage=Pursuit.Stage.ENDED)

    def nearest_first(self) -> Self:
        """By the day of their next step; those without one come last, the newest of them first."""
        return self.order_by(F("next_on").asc(nulls_last=True), "-created_at", "-pk")

    def without_posting(self) -> Self:
        """Without the text of the posting, for pages that do not show it."""
        return self.defer("posting")

    def to_remind(self) -> Self:
        """Those whose morning has come; whether it still makes sense is asked of each."""
        return self.filter(remind_at__lte=Now())


class Pursuit(models.Model):
    """One job the seeker goes for.

    posting    its advert as text: it survives the page it stood on
    next_on    the day of `next_step`; on the morning of that day its owner gets a letter
    remind_at  when that letter is due; empty once it was written
    outcome    how it ended; empty until she says so, and again when it goes on
    reached    the stage it stood at when it ended; empty while it goes on
    revision   counts up with each change of what the form about it says
    """

    class Stage(models.TextChoices):
        INTERESTED = "interested", _("Interested")
        APPLIED = "applied", _("Applied")
        INTERVIEW = "interview", _("Interview")
        OFFER = "offer", _("Offer")
        ENDED = "ended", _("Ended")

    class Outcome(models.TextChoices):
        HIRED = "hired", _("I got the job")
        NO = "no", _("They said no")
        NO_ANSWER = "no_answer", _("They never answered")
        WITHDRAWN = "withdrawn", _("I withdrew")

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pursuits"
    )
    role = models.CharField(max_length=MAX_ROLE)
    employer = models.CharField(max_length=MAX_EMPLOYER, blank=True)
    link = models.URLField(max_length=MAX_LINK, blank=True, db_default="")
    posting = models.TextField(max_length=MAX_POSTING, blank=True, db_default="")
    stage = models.CharField(
        max_length=12, choices=Stage, default=Stage.INTERESTED, db_default="interested"
    )
    next_step = models.CharField(max_length=MAX_STEP, blank=True, db_default="")
    next_on = models.DateField(null=True)
    remind_at = models.DateTimeField(null=True)
    applied_on = models.DateField(null=True)
    deadline = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True, db_default="")
    reached = models.CharField(max_length=12, choices=Stage, blank=True, db_default="")
    key = models.UUIDField(default=uuid4, help_text="Idempotency key of the form that made it.")
    revision = models.PositiveIntegerField(default=0, db_default=0)
    posting_read_at = models.DateTimeField(
        null=True, help_text="When the file was read that its posting comes from."
    )
    created_at = models.DateTimeField(default=timezone.now)

    objects = PursuitQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("owner"), F("key"), name="jobsearch_pursuit_once_per_key"),
        ]
        indexes = [
            models.Index(fields=["owner", "next_on"], name="jobsearch_pursuit_of"),
            models.Index(
                fields=["remind_at"],
                condition=Q(remind_at__isnull=False),
                name="jobsearch_pursuit_to_remind",
            ),
        ]

    def __str__(self) -> str:
        return f"pursuit {self.ref}"

    def get_absolute_url(self) -> str:
        """Its own page."""
        return address("jobsearch:pursuit", self.ref)

    @property
    def called(self) -> str:
        """ "Data analyst at Acme", or the one of them that is known."""
        if not self.employer:
            return self.role
        return gettext("%(role)s at %(employer)s") % {"role": self.role, "employer": self.employer}

    @property
    def thing(self) -> str:
        """How events and the trail name it."""
        return f"pursuit:{self.ref}"
