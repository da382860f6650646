"""What a seeker told a mentor when a job went well: how far it came, and what of the mentor's was used."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from accounts.reader import Reader
from mentorship.critique.models.lengths import MAX_MESSAGE
from mentorship.critique.models.threads import Thread
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.refs import new_ref


class ThanksQuerySet(models.QuerySet["Thanks"]):
    """What mentors were told, by whom it was told to."""

    def visible_to(self, reader: Reader) -> Self:
        """Told to her: by account all of it, by a pass what is about rounds for which it is proved hers."""
        if reader.person is None:
            return self.none()
        told = self.filter(person=reader.person)
        if reader.scope is None:
            return told
        proved = Thread.objects.filter(thanks=OuterRef("pk"), round__in=sorted(reader.proved))
        return told.filter(Exists(proved))


class Thanks(models.Model):
    """One letter of thanks to one mentor, once for each news of a job.

    words   of the seeker's own
    points  of this mentor's, used in what was sent; those whose threads are gone since are no longer here
    """

    class News(models.TextChoices):
        INTERVIEW = "interview"
        OFFER = "offer"
        HIRED = "hired"

    ref = models.CharField(max_length=16, unique=True, default=new_ref, editable=False)
    pursuit = models.ForeignKey(Pursuit, on_delete=models.CASCADE, related_name="thanks")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="thanks"
    )
    news = models.CharField(max_length=10, choices=News)
    words = models.TextField(max_length=MAX_MESSAGE, blank=True)
    points = models.ManyToManyField(Thread, related_name="thanks")
    told_at = models.DateTimeField(default=timezone.now)

    objects = ThanksQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "thanks"
        constraints = [
            models.UniqueConstraint(
                F("pursuit"), F("person"), F("news"), name="critique_thanks_once"
            ),
        ]

    def __str__(self) -> str:
        return f"thanks {self.ref}"

    @property
    def thing(self) -> str:
        """How events name it: a part of the job, with which letters of it go."""
        return f"{self.pursuit.thing}/{self.ref}"
