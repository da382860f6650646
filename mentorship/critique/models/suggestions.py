"""Proposed wording for the words a thread is about."""

from typing import Self

from django.db import models
from django.db.models import Q

from accounts.reader import Reader
from mentorship.critique.models.comments import Comment
from mentorship.critique.models.lengths import MAX_WORDING


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    """Suggestions, by who may see them and what became of them."""

    def visible_to(self, reader: Reader) -> Self:
        """Those that came with comments she may see."""
        return self.filter(comment__in=Comment.objects.visible_to(reader).standing())

    def accepted(self) -> Self:
        """Those that stand and the seeker took over, whether or not she has worked them in."""
        return self.filter(accepted_at__isnull=False, comment__deleted_at=None)

    def to_take(self) -> Self:
        """Those of them that she has still to work in."""
        return self.accepted().filter(done_at=None)


class Suggestion(models.Model):
    """The words a mentor would put there. The seeker accepts or declines; then works it in.

    old         the words it would replace, as they stood when it was made
    new         the words instead; empty to leave them out
    done_at     when she ticked it off, having changed her own file, or it came into the text by itself
    replaced    the words of the draft whose place it took when it was accepted; empty for none
    before, behind
                of words that went out of the draft instead: what stood around them
    """

    comment = models.OneToOneField(Comment, on_delete=models.CASCADE, related_name="suggestion")
    old = models.TextField()
    new = models.TextField(max_length=MAX_WORDING, blank=True)
    accepted_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    replaced = models.TextField(blank=True, default="", db_default="")
    before = models.TextField(blank=True, default="", db_default="")
    behind = models.TextField(blank=True, default="", db_default="")

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(declined_at=None),
                name="critique_suggestion_decided_once",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(accepted_at__isnull=False),
                name="critique_suggestion_done_when_accepted",
            ),
        ]
        indexes = [
            models.Index(
                fields=["comment"],
                condition=Q(accepted_at__isnull=False, done_at=None),
                name="critique_suggestion_to_take",
            ),
        ]

    def __str__(self) -> str:
        return f"suggestion of comment {self.comment_id}"
