"""Whom I trust, and what I asked of them: rounds, invitations, and the passes their links make."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.reader import Reader
from mentorship.documents.models import Document
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.refs import new_ref


class RoundQuerySet(models.QuerySet["Round"]):
    """Rounds, by who may see them."""

    def visible_to(self, reader: Reader) -> Self:
        """Rounds she asked for, and those whose documents a counting grant of hers opens."""
        asked = Q(invitations__person=reader.person, invitations__revoked_at=None)
        if not reader.owns:
            asked &= Q(documents__in=Document.objects.visible_to(reader))
        hers = Q(owner=reader.person) if reader.owns else Q(pk__in=[])
        return self.filter(hers | asked).distinct() if reader.person else self.none()


class Round(models.Model):
    """One ask: documents, at most three questions, minutes needed, a date."""

    class Openness(models.TextChoices):
        TABLE = "table", _("Everyone sees everyone’s comments")
        BLIND_FIRST = "blind_first", _("Each sees the others’ after finishing")
        APART = "apart", _("Nobody sees another’s comments")

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="rounds"
    )
    documents = models.ManyToManyField(Document, related_name="rounds")
    pursuit = models.ForeignKey(
        Pursuit, null=True, on_delete=models.SET_NULL, related_name="rounds"
    )
    sentence = models.TextField(max_length=600, blank=True)
    questions = models.JSONField(default=list, help_text="At most three texts.")
    minutes = models.PositiveIntegerField(default=10)
    wanted_by = models.DateField(null=True)
    openness = models.CharField(max_length=12, choices=Openness, default=Openness.TABLE)
    key = models.UUIDField(help_text="Idempotency key of the form that made it.")
    created_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("owner"), F("key"), name="circle_round_once_per_key"),
        ]

    def __str__(self) -> str:
        return f"round {self.ref}"


class Invitation(models.Model):
    """One person asked in one round, by a mailed link. Counting `generation` up ends the old link."""

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="invitations"
    )
    name = models.CharField(max_length=80)
    generation = models.PositiveIntegerField(default=1)
    always_by_code = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    pressed_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    put_off_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(F("round"), F("person"), name="circle_invitation_once"),
        ]

    def __str__(self) -> str:
        return f"invitation {self.ref}"


class Pass(models.Model):
    """What an invitation's link gives one browser: that mentor's hand on that invitation's documents."""

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="passes")
    is_passed_on = models.BooleanField(
        default=False, help_text="Made by a link the seeker copied; no code to her address yet."
    )
    made_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "passes"

    def __str__(self) -> str:
        return f"pass {self.ref}"
