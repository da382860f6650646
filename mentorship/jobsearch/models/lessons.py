"""What a seeker does differently after a job has answered, and where she has done it."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.reader import Reader
from mentorship.documents.models import Document
from mentorship.jobsearch.lengths import MAX_LESSON, MAX_LESSONS
from mentorship.jobsearch.models.pursuits import Pursuit
from mentorship.toolbox.refs import new_ref


class LessonQuerySet(models.QuerySet["Lesson"]):
    """Lessons, by whose they are."""

    def owned_by(self, reader: Reader) -> Self:
        """Of her pursuits; none for a reader who did not sign in."""
        return self.filter(pursuit__owner=reader.person) if reader.owns else self.none()

    def seen_on(self, document: int) -> Self:
        """What its seeker shows to the people she asks, for whoever may read this document of hers.

        Without what she learnt from the job that it was made for.
        """
        shown = self.filter(shown_at__isnull=False, pursuit__owner__documents=document)
        return shown.exclude(pursuit__tailorings__document=document)

    def newest_first(self) -> Self:
        """Those of the latest job first, each job's in their order."""
        return self.order_by("-pursuit_id", "place")


class Lesson(models.Model):
    """One of at most three things that a seeker takes from one job into the next.

    place     first, second or third
    theme     one of all lessons of a seeker that say the same, known when they are written; empty for what
              a process of before `theme` wrote during an upgrade: that stands alone
    shown_at  since when the people she asks see it beside a text of hers; empty while only she does
    """

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    pursuit = models.ForeignKey(Pursuit, on_delete=models.CASCADE, related_name="lessons")
    place = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=MAX_LESSON)
    theme = models.CharField(max_length=16, default=new_ref, db_default="", editable=False)
    shown_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = LessonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("pursuit"), F("place"), name="jobsearch_lesson_once"),
            models.CheckConstraint(
                condition=Q(place__gte=1, place__lte=MAX_LESSONS), name="jobsearch_lesson_at_most"
            ),
        ]

    def __str__(self) -> str:
        return f"lesson {self.ref}"


class Tick(models.Model):
    """A lesson was kept to: in a document, or on the way to another job."""

    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="ticks")
    document = models.ForeignKey(
        Document, null=True, on_delete=models.CASCADE, related_name="ticks"
    )
    pursuit = models.ForeignKey(Pursuit, null=True, on_delete=models.CASCADE, related_name="ticks")
    ticked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("lesson"), F("document"), name="jobsearch_tick_once_per_document"
            ),
            models.UniqueConstraint(
                F("lesson"), F("pursuit"), name="jobsearch_tick_once_per_pursuit"
            ),
            models.CheckConstraint(
                condition=Q(document=None, pursuit__isnull=False)
                | Q(document__isnull=False, pursuit=None),
                name="jobsearch_tick_is_about_one",
            ),
        ]

    def __str__(self) -> str:
        return f"tick {self.pk} of lesson {self.lesson_id}"
