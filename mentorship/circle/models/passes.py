"""What a mailed link gives a browser."""

from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from mentorship.circle.models.asks import Invitation
from mentorship.toolbox.clock.moments import Now, now
from mentorship.toolbox.refs import new_ref

CODE_LASTS = timedelta(minutes=10)


class CodeQuerySet(models.QuerySet["Code"]):
    """Codes, by whether they open anything."""

    def live(self) -> Self:
        """Mailed within ten minutes, and not used."""
        return self.filter(used_at=None, sent_at__gt=Now() - CODE_LASTS)


class Code(models.Model):
    """A code that was mailed to whoever is asked; it counts once. Another one does not end it.

    ref  of its letter, from which it is derived
    """

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="codes")
    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    sent_at = models.DateTimeField(default=now)
    used_at = models.DateTimeField(null=True)

    objects = CodeQuerySet.as_manager()

    def __str__(self) -> str:
        return f"code {self.ref}"


class PassQuerySet(models.QuerySet["Pass"]):
    """Passes, by whether they open anything."""

    def live(self) -> Self:
        """Neither over nor ended, and of a live invitation.

        A pass from a copied link is over once its person has claimed her address: from then on
        she has better ways in.
        """
        hers = Q(is_passed_on=False) | Q(invitation__person__claimed_at=None)
        standing = Invitation.objects.live()
        return self.filter(hers, ended_at=None, ends_at__gt=Now(), invitation__in=standing)


class Pass(models.Model):
    """What an invitation's link gives one browser: that mentor's hand on that invitation's documents.

    made_by       the link or code it was made by: each makes one pass.
    browser       the browser that pressed, so that pressing twice gives the same pass.
    is_passed_on  the seeker copied the link: nobody knows who pressed it, so it opens nothing that
                  was written in the mentor's name but what is written through this very pass.
    """

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="passes")
    made_by = models.CharField(max_length=24, default=new_ref)
    browser = models.CharField(max_length=16, blank=True)
    is_passed_on = models.BooleanField(default=False, help_text="By a link the seeker copied.")
    made_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = PassQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "passes"
        constraints = [
            models.UniqueConstraint(F("invitation"), F("made_by"), name="circle_pass_once"),
        ]

    def __str__(self) -> str:
        return f"pass {self.ref}"
