"""What a seeker told of a version: to whom, and in which words."""

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone

from mentorship.critique.models.lengths import MAX_MESSAGE
from mentorship.documents.models import Version


class Telling(models.Model):
    """Her answer to "Tell Ben and Chidi?", once for each version; without a message she told nobody."""

    version = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="telling")
    told_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"telling of version {self.version_id}"


class Message(models.Model):
    """What one mentor reads about it.

    asks_again  whether it came with the letter that asks for another look
    """

    telling = models.ForeignKey(Telling, on_delete=models.CASCADE, related_name="messages")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="messages"
    )
    words = models.TextField(max_length=MAX_MESSAGE, blank=True)
    asks_again = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(F("telling"), F("person"), name="critique_message_once"),
        ]

    def __str__(self) -> str:
        return f"message to {self.person_id}"
