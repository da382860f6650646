"""Where threads stand in versions."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.reader import Reader
from mentorship.critique.models.threads import Thread
from mentorship.documents.models import Version


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
        ]

    def __str__(self) -> str:
        return f"placement of thread {self.thread_id} in version {self.version_id}"

    @property
    def is_anywhere(self) -> bool:
        """Whether it is at words, in a box or on a page: not the whole, and not gone."""
        return self.start is not None or self.page is not None
