"""Whom a comment names."""

from django.conf import settings
from django.db import models
from django.db.models import F

from mentorship.critique.models.comments import Comment


class Mention(models.Model):
    """A comment names one of the people on the document, who is told when it is sent."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mentions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(F("comment"), F("person"), name="critique_mention_once"),
        ]

    def __str__(self) -> str:
        return f"mention {self.pk}"
