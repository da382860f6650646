"""What is said about a document: reviews, threads, where they stand, and comments."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mentorship.circle.models import Round
from mentorship.documents.models import Document, Version
from mentorship.toolbox.refs import new_ref


class Review(models.Model):
    """One mentor's work in one round: drafts only she sees until she finishes."""

    class Verdict(models.TextChoices):
        READY = "ready", _("Ready to send")
        SMALL_FIXES = "small_fixes", _("Small fixes")
        REWORK = "rework", _("Needs rework")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="reviews")
    mentor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reviews"
    )
    begun_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True)
    verdict = models.CharField(max_length=12, choices=Verdict, blank=True)
    summary = models.TextField(max_length=4000, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(F("round"), F("mentor"), name="critique_review_once"),
        ]

    def __str__(self) -> str:
        return f"review {self.pk}"


class Thread(models.Model):
    """One point made in a round about a place in a document."""

    class Kind(models.TextChoices):
        COMMENT = "comment", _("Comment")
        QUESTION = "question", _("Question")
        PRAISE = "praise", _("Keep this")
        MUST_FIX = "must_fix", _("Must fix")

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    round = models.ForeignKey(Round, null=True, on_delete=models.CASCADE, related_name="threads")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="threads")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.COMMENT)
    question = models.PositiveIntegerField(
        null=True, help_text="Number of the question it answers."
    )
    created_at = models.DateTimeField(default=timezone.now)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["document"],
                condition=Q(resolved_at=None),
                name="critique_thread_open",
            ),
        ]

    def __str__(self) -> str:
        return f"thread {self.ref}"


class Placement(models.Model):
    """Where a thread stands in one version, how sure that is, and who or what put it there.

    start, end  code points of the version's text, half-open; null for a box, a page or no place.
    box         [left, top, right, bottom] as fractions of the page.
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
    prefix = models.CharField(max_length=100, blank=True)
    suffix = models.CharField(max_length=100, blank=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    line = models.PositiveIntegerField(null=True)
    page = models.PositiveIntegerField(null=True)
    box = models.JSONField(null=True)
    confidence = models.FloatField(default=1.0)
    placed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

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


class Comment(models.Model):
    """What is said in a thread; a draft until `published_at`. Raw and sanitised, stored when written."""

    class Source(models.TextChoices):
        PAGE = "page"
        MAIL = "mail"

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="comments")
    review = models.ForeignKey(Review, null=True, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="comments"
    )
    key = models.UUIDField(help_text="Idempotency key: posting twice makes one comment.")
    source = models.CharField(max_length=4, choices=Source, default=Source.PAGE)
    text = models.TextField(max_length=10_000)
    html = models.TextField()
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(F("author"), F("key"), name="critique_comment_once_per_key"),
        ]

    def __str__(self) -> str:
        return f"comment {self.ref}"
