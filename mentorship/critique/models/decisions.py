"""What the seeker decides where comments disagree."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.reader import Reader
from mentorship.critique.models.lengths import MAX_DECISION, MAX_WHY
from mentorship.critique.models.threads import Thread
from mentorship.documents.models import Document
from mentorship.toolbox.refs import new_ref


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Decisions, by who may see them."""

    def visible_to(self, reader: Reader) -> Self:
        """The seeker's own; of others' those told to all, on threads the reader sees."""
        seen = Q(told_at__isnull=False, threads__in=Thread.objects.visible_to(reader))
        if reader.owns:
            seen |= Q(document__owner=reader.person)
        return self.filter(seen).distinct()


class Decision(models.Model):
    """What the seeker decided where points about the same words disagree, and why.

    chosen   the one she goes with; null where she decided in her own words alone
    told_at  since when the mentors who see these threads see it too; null: for herself alone
    """

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="decisions")
    threads = models.ManyToManyField(Thread, related_name="decisions")
    chosen = models.ForeignKey(Thread, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.CharField(max_length=MAX_DECISION, blank=True)
    why = models.TextField(max_length=MAX_WHY, blank=True)
    decided_at = models.DateTimeField(default=timezone.now)
    told_at = models.DateTimeField(null=True)

    objects = DecisionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"decision {self.ref}"

    @property
    def seen(self) -> str:
        """Which wording this is, for a page to send back."""
        return self.decided_at.isoformat()
