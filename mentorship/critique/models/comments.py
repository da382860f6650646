"""What is said in threads."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from accounts.reader import Reader
from mentorship.circle.models import Pass
from mentorship.critique.models.hands import written_by
from mentorship.critique.models.lengths import MAX_COMMENT, MAX_WHY
from mentorship.critique.models.reviews import Review
from mentorship.critique.models.threads import Thread, shows_others
from mentorship.toolbox.refs import new_ref


def by_reader(reader: Reader) -> Q:
    """The comment is hers by the way she came in."""
    return written_by(reader, asked="review__round")


def told_to(reader: Reader) -> Q:
    """In a question to everybody: what the seeker says, and answers as the round lets her see them."""
    by_the_seeker = Q(review=None)
    hears = by_reader(reader) | shows_others(reader, asked="thread__round")
    return Q(thread__asks_all=False) | by_the_seeker | hears


class CommentQuerySet(models.QuerySet["Comment"]):
    """Comments, by who may see them."""

    def visible_to(self, reader: Reader) -> Self:
        """In threads she may see: hers, and those of others that were sent, as far as she is told."""
        seen, told = Q(published_at__isnull=False) | by_reader(reader), told_to(reader)
        if reader.owns:
            told |= Q(thread__document__owner=reader.person)
        return self.filter(seen, told, thread__in=Thread.objects.visible_to(reader))

    def by(self, reader: Reader) -> Self:
        """Those that are hers by the way she came in."""
        return self.filter(by_reader(reader))

    def drafts(self) -> Self:
        """Those only their authors see."""
        return self.filter(published_at=None)

    def sent(self) -> Self:
        """Without drafts."""
        return self.filter(published_at__isnull=False)

    def answering(self) -> Self:
        """Those that began as an answer to a round's question, and still stand."""
        return self.standing().filter(thread__author=F("author"), thread__question__isnull=False)

    def standing(self) -> Self:
        """Without those that were deleted."""
        return self.filter(deleted_at=None)


class Comment(models.Model):
    """What is said in a thread; a draft until `published_at`. Raw and sanitised, stored when written.

    hand  the pass from a passed-on link that it was written through, said beside it for good
    why   the reason she gave beside it, plain text.
    """

    class Source(models.TextChoices):
        PAGE = "page"
        MAIL = "mail"

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="comments")
    review = models.ForeignKey(Review, null=True, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="comments"
    )
    hand = models.ForeignKey(Pass, null=True, on_delete=models.SET_NULL, related_name="+")
    key = models.UUIDField(help_text="Idempotency key: posting twice makes one comment.")
    source = models.CharField(max_length=4, choices=Source, default=Source.PAGE)
    text = models.TextField(max_length=MAX_COMMENT)
    html = models.TextField()
    why = models.TextField(max_length=MAX_WHY, blank=True)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    published_at = models.DateTimeField(null=True)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("author"), F("key"), name="critique_comment_once_per_key"),
        ]

    def __str__(self) -> str:
        return f"comment {self.ref}"

    @property
    def is_draft(self) -> bool:
        """Whether only its author sees it."""
        return self.published_at is None


def questions_to(reader: Reader) -> QuerySet[Thread]:
    """Questions to everybody that wait for her and that she has not answered, the oldest first.

    Each comes with its words (`text`).
    """
    said = Comment.objects.standing().filter(thread=OuterRef("pk"))
    asked = said.sent().filter(review=None).order_by("pk").values("text")[:1]
    open_ones = Thread.objects.waiting_for(reader).filter(~Exists(said.by(reader)))
    return open_ones.annotate(text=Subquery(asked)).filter(text__isnull=False).order_by("pk")
