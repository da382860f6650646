"""Where threads stand in versions."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.reader import Reader
from mentorship.critique.models.threads import Thread
from mentorship.documents.models import Version


class Offer(StrEnum):
    """What became of a place that was offered to a thread whose words are gone; NONE: there is none."""

    NONE = ""
    OPEN = "open"
    TAKEN = "taken"
    PUT_AWAY = "put-away"


class PlacementQuerySet(models.QuerySet["Placement"]):
    """Placements, by who may see them."""

    def visible_to(self, reader: Reader) -> Self:
        """Of threads she may see, in versions she may see."""
        return self.filter(
            thread__in=Thread.objects.visible_to(reader),
            version__in=Version.objects.visible_to(reader).ready(),
        )


class Placement(models.Model):
    """Where a thread stands in one version, how sure that is, and who or what put it there.

    start, end  code points of the version's text, half-open; null for a box, a page or no place.
    box         [left, top, right, bottom] as fractions of the page.
    was         the words it was about before they changed or went; empty while they stand.
    is_suggested
                these are the words that its author suggested for those; or they are gone as suggested.
    guess_start, guess_end, guess_line, guess
                where its words may be, though nothing is sure, and what stands there: offered while
                it is gone, and its place once a person said so
    guess_declined_at
                when a person said that it is not there
    settled_at  when the seeker said whether the change of its words was about the point.
    """

    class How(models.TextChoices):
        POINTED = "pointed"
        UNCHANGED = "unchanged"
        MOVED = "moved"
        REWORDED = "reworded"
        GONE = "gone"
        BY_HAND = "by_hand"

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="placements")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="placements")
    how = models.CharField(max_length=10, choices=How, default=How.POINTED)
    quote = models.TextField(blank=True)
    was = models.TextField(blank=True)
    prefix = models.CharField(max_length=100, blank=True)
    suffix = models.CharField(max_length=100, blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    line = models.PositiveIntegerField(null=True)
    page = models.PositiveIntegerField(null=True)
    box = models.JSONField(null=True)
    confidence = models.FloatField(default=1.0)
    is_suggested = models.BooleanField(default=False, db_default=False)
    guess = models.TextField(blank=True, default="", db_default="")
    guess_start = models.PositiveIntegerField(null=True)
    guess_end = models.PositiveIntegerField(null=True)
    guess_line = models.PositiveIntegerField(null=True)
    guess_declined_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = PlacementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("thread"), F("version"), name="critique_placement_once"),
            models.CheckConstraint(
                condition=Q(start=None, end=None) | Q(start__lte=F("end")),
                name="critique_placement_span_in_order",
            ),
            models.CheckConstraint(
                condition=Q(guess_start=None, guess_end=None) | Q(guess_start__lte=F("guess_end")),
                name="critique_placement_guess_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"placement of thread {self.thread_id} in version {self.version_id}"

    @property
    def is_anywhere(self) -> bool:
        """Whether it is at words, in a box or on a page: not the whole, and not gone."""
        return self.start is not None or self.page is not None


class Place(NamedTuple):
    """Where a thread stands in one version: see `Placement`.

    is_gone  its words are in this version no more
    guess_number
             the number of the version in which its words may be somewhere
    """

    version: int
    number: int
    start: int | None
    end: int | None
    line: int | None
    page: int | None
    box: list[float] | None
    quote: str
    how: str
    confidence: float
    was: str
    settled_at: datetime | None
    is_suggested: bool
    guess: str
    guess_line: int | None
    guess_declined_at: datetime | None
    is_gone: bool
    guess_number: int

    @property
    def offer(self) -> Offer:
        """What became of the place that was offered for it."""
        if not self.guess:
            return Offer.NONE
        if self.how != Placement.How.GONE:
            return Offer.TAKEN
        return Offer.PUT_AWAY if self.guess_declined_at else Offer.OPEN
