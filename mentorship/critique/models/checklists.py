"""Questions that a mentor makes once and answers again and again, and what was answered in one review."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.reader import Reader
from mentorship.circle.models import Round
from mentorship.critique.models.hands import own_review
from mentorship.critique.models.lengths import MAX_CHECKLIST_NAME
from mentorship.critique.models.reviews import Review
from mentorship.toolbox.refs import new_ref


class ChecklistQuerySet(models.QuerySet["Checklist"]):
    """Checklists, by whose they are."""

    def owned_by(self, reader: Reader) -> Self:
        """Hers, by name; none for a reader who did not sign in."""
        mine = self.filter(owner=reader.person) if reader.owns else self.none()
        return mine.order_by("name", "pk")


class Checklist(models.Model):
    """Questions in her own words, each to be answered by yes, no or not sure.

    revision  counts up with each change, so that two windows do not overwrite each other
    """

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="checklists"
    )
    name = models.CharField(max_length=MAX_CHECKLIST_NAME)
    questions = models.JSONField(default=list, help_text="At most twelve texts, none twice.")
    key = models.UUIDField(help_text="Idempotency key of the form that made it.")
    revision = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)

    objects = ChecklistQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(F("owner"), F("key"), name="critique_checklist_once"),
        ]

    def __str__(self) -> str:
        return f"checklist {self.ref}"


class FilledChecklistQuerySet(models.QuerySet["FilledChecklist"]):
    """What was answered, by who may see it."""

    def visible_to(self, reader: Reader) -> Self:
        """Hers, of the reviews she goes on with, in the order in which she began them; nobody else's."""
        if reader.person is None:
            return self.none()
        hers = own_review(
            reader, person="review__mentor", asked="review__round", hand="review__hand"
        )
        asks_her = Round.objects.visible_to(reader)
        return self.filter(hers, review__round__in=asks_her).order_by("pk")

    def sent(self) -> Self:
        """Those that left with a review. What a seeker may read of them is `sent_answers` alone."""
        return self.exclude(sent_at=None).order_by("pk")


class FilledChecklist(models.Model):
    """One checklist as it was answered in one review.

    Name and questions are kept as they were: the checklist may change, or go, and this does not.

    made_of       the ref of the checklist
    answers       one for each question, empty where there is none; only their author sees them
    sent_answers  the same as they last left with the review, at `sent_at`
    """

    class Answer(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("No")
        UNSURE = "unsure", _("Not sure")

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="checklists")
    made_of = models.CharField(max_length=16)
    name = models.CharField(max_length=MAX_CHECKLIST_NAME)
    questions = models.JSONField(default=list)
    answers = models.JSONField(default=list)
    sent_answers = models.JSONField(default=list)
    sent_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)

    objects = FilledChecklistQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("review"), F("made_of"), name="critique_filledchecklist_once"
            ),
        ]

    def __str__(self) -> str:
        return f"filled checklist {self.pk}"

    @property
    def is_unsent(self) -> bool:
        """Whether something in it is not as the seeker has it."""
        is_anything = any([*self.answers, *self.sent_answers])
        return bool(is_anything and self.answers != self.sent_answers)
