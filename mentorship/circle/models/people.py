"""Whom a seeker asked before, and who wants no letters."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from accounts.reader import Reader
from mentorship.circle.lengths import MAX_NAME


class ColleagueQuerySet(models.QuerySet["Colleague"]):
    """Colleagues, by whose they are."""

    def owned_by(self, reader: Reader) -> Self:
        """Those she asked before, the latest first; none for a reader who did not sign in."""
        mine = self.filter(owner=reader.person) if reader.owns else self.none()
        return mine.select_related("person").order_by("-asked_at")


class Colleague(models.Model):
    """One person of a seeker's circle, as the seeker calls her, kept for the next time."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="colleagues"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="circles"
    )
    name = models.CharField(max_length=MAX_NAME)
    email = models.EmailField(
        blank=True,
        db_default="",
        help_text="As the seeker typed it; letters go to the person's own.",
    )
    asked_at = models.DateTimeField(default=timezone.now)

    objects = ColleagueQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("owner"), F("person"), name="circle_colleague_once"),
        ]

    def __str__(self) -> str:
        return f"colleague {self.pk}"

    @property
    def address(self) -> str:
        """What the seeker knows: what she typed, whatever the person has moved to since."""
        return self.email or self.person.email


class Silence(models.Model):
    """A person wants no letters of one seeker, or, without a seeker, none of anybody."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="silences"
    )
    seeker = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="silenced_by"
    )
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(F("person"), F("seeker"), name="circle_silence_once"),
            models.UniqueConstraint(
                F("person"), condition=Q(seeker=None), name="circle_silence_once_for_all"
            ),
        ]

    def __str__(self) -> str:
        return f"silence {self.pk}"
