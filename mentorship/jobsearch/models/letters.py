"""Letters to employers: written here, and sent from her own mailbox."""

from typing import Self

from django.db import models
from django.db.models import Q

from accounts.reader import Reader
from mentorship.documents.models import Document
from mentorship.jobsearch.models.pursuits import Pursuit
from mentorship.toolbox.clock.moments import Now
from mentorship.toolbox.pages.addresses import address


class EmployerLetterQuerySet(models.QuerySet["EmployerLetter"]):
    """Letters to employers, by whose they are and what is due."""

    def owned_by(self, reader: Reader) -> Self:
        """Hers, with document and job; none for a reader who did not sign in."""
        hers = self.filter(pursuit__owner=reader.person) if reader.owns else self.none()
        return hers.select_related("document", "pursuit__owner").defer("pursuit__posting")

    def to_remind(self) -> Self:
        """Those whose morning has come; whether it still makes sense is asked of each."""
        return self.filter(remind_at__lte=Now())


class EmployerLetter(models.Model):
    """One letter about one job. Its words are those of its document.

    remind_at    when its owner is reminded that it has not left; empty when she will not be
    reminded_at  when she was, which happens once
    sent_at      since when she says that it has left
    answered_at  when she noted what they answered, last
    """

    document = models.OneToOneField(
        Document, on_delete=models.CASCADE, related_name="employer_letter"
    )
    pursuit = models.ForeignKey(Pursuit, on_delete=models.CASCADE, related_name="employer_letters")
    remind_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)

    objects = EmployerLetterQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["remind_at"],
                condition=Q(remind_at__isnull=False),
                name="jobsearch_employerletter_due",
            ),
        ]

    def __str__(self) -> str:
        return f"employer letter {self.pk}"

    def get_absolute_url(self) -> str:
        """Where it leaves from."""
        return address("jobsearch:employer_letter", self.document.ref)

    @property
    def is_thanks(self) -> bool:
        """Whether it thanks for an interview; else it follows an answer."""
        return self.document.kind == Document.Kind.THANK_YOU

    @property
    def is_timely(self) -> bool:
        """Whether it still makes sense to send it: thanks while the job goes on, else once it is over."""
        return (self.pursuit.ended_at is None) == self.is_thanks

    @property
    def thing(self) -> str:
        """How events and the trail name it."""
        return f"employer_letter:{self.document.ref}"
