"""What happened to whose document: rows written by actions above, read by the owner."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Activity(models.Model):
    """One thing that happened. Ids only: no name, address, title or text."""

    kind = models.CharField(max_length=40)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="trail"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    way = models.CharField(max_length=10)
    thing = models.CharField(max_length=60, help_text="Kind and ref: document:k3f9w2m8tq4x")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "activities"
        indexes = [
            models.Index(fields=["owner", "-at"], name="trail_activity_of_owner"),
            models.Index(fields=["thing", "at"], name="trail_activity_of_thing"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.thing}"
