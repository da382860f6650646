"""How published comments read before they were edited."""

from typing import Self

from django.db import models
from django.db.models import F
from django.utils import timezone

from accounts.reader import Reader
from mentorship.critique.models.comments import Comment
from mentorship.critique.models.lengths import MAX_COMMENT, MAX_WHY, MAX_WORDING


class EarlierWordingQuerySet(models.QuerySet["EarlierWording"]):
    """Earlier wordings, by who may see them."""

    def visible_to(self, reader: Reader) -> Self:
        """Of comments she may see and that still stand."""
        return self.filter(comment__in=Comment.objects.visible_to(reader).standing())


class EarlierWording(models.Model):
    """What a comment said until `until`. Drafts leave none; what is deleted takes its own along.

    revision  of the comment at that time
    wording   what it suggested; null for nothing
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="earlier")
    revision = models.PositiveIntegerField()
    text = models.TextField(max_length=MAX_COMMENT)
    html = models.TextField()
    why = models.TextField(max_length=MAX_WHY, blank=True)
    wording = models.TextField(max_length=MAX_WORDING, null=True)  # noqa: DJ001 - empty means: leave it out
    until = models.DateTimeField(default=timezone.now)

    objects = EarlierWordingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("comment"), F("revision"), name="critique_earlierwording_once"
            ),
        ]

    def __str__(self) -> str:
        return f"earlier wording {self.pk}"
