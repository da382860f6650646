"""The job that a text is about, where it is written; the way for a letter to leave, also on its page."""

from dataclasses import dataclass

from django.db.models import QuerySet

from accounts.reader import Reader
from mentorship.documents.asides import Aside
from mentorship.documents.models import Document, Version
from mentorship.jobsearch.models import EmployerLetter, Pursuit
from mentorship.jobsearch.postings import folded
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking


@dataclass(frozen=True, slots=True)
class Job:
    """What stands beside a text.

    letter  the text as a letter to the employer, if it is one
    sent    the versions that were sent for the job, the last first
    first, rest  paragraphs of the posting, the rest folded where it is long
    """

    pursuit: Pursuit
    letter: EmployerLetter | None
    sent: list[Version]
    first: list[str]
    rest: list[str]


def told(document: Document, reader: Reader) -> Asking[Aside | None]:
    """On the page of a letter to an employer: the way for it to leave."""
    [letters] = yield (_letter(reader, document.pk),)
    return Aside("jobsearch/_letter_leaves.html", letters[0]) if letters else None


def job_of(document: Document, reader: Reader) -> Asking[Aside | None]:
    """Beside the text while it is written, the same with what was sent and the posting."""
    about = (_about(reader, document.pk), _letter(reader, document.pk), _sent(reader, document.pk))
    pursuits, letters, sent = yield about
    if not pursuits:
        return None
    letter = letters[0] if letters else None
    made = Job(pursuits[0], letter, sent, *folded(pursuits[0].posting))
    return Aside("jobsearch/_beside_text.html", made, is_next=bool(letter))


@composed
def _about(reader: Reader, document: int) -> QuerySet[Pursuit]:
    return Pursuit.objects.owned_by(reader).filter(tailorings__document=document)


@composed
def _letter(reader: Reader, document: int) -> QuerySet[EmployerLetter]:
    mine = EmployerLetter.objects.owned_by(reader).filter(document=document)
    return mine.defer("document__draft", "pursuit__posting")


@composed
def _sent(reader: Reader, document: int) -> QuerySet[Version]:
    """What was sent for the job that the document is about, the last first."""
    sent = Version.objects.visible_to(reader).filter(
        sendings__pursuit__tailorings__document=document
    )
    known = sent.select_related("document").defer("text", "document__draft")
    return known.order_by("-sendings__sent_at")
