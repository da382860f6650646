"""The job that a text is about, where it is written; the way for a letter to leave, also on its page."""

from dataclasses import dataclass

from accounts.reader import Reader
from mentorship.documents.asides import Aside
from mentorship.documents.models import Document, Version, VersionQuerySet
from mentorship.jobsearch.models import EmployerLetter, Pursuit
from mentorship.jobsearch.postings import folded


@dataclass(frozen=True, slots=True)
class Job:
    """What stands beside a text.

    letter  the text as a letter to the employer, if it is one
    sent    the versions that were sent for the job, the last first
    first, rest  paragraphs of the posting, the rest folded where it is long
    """

    pursuit: Pursuit
    letter: EmployerLetter | None
    sent: VersionQuerySet
    first: list[str]
    rest: list[str]


def told(document: Document, reader: Reader) -> Aside | None:
    """On the page of a letter to an employer: the way for it to leave."""
    letter = EmployerLetter.objects.owned_by(reader).filter(document=document).first()
    return Aside("jobsearch/_letter_leaves.html", letter) if letter else None


def job_of(document: Document, reader: Reader) -> Aside | None:
    """Beside the text while it is written, the same with what was sent and the posting."""
    made = _made(document, reader)
    return Aside("jobsearch/_beside_text.html", made, bool(made.letter)) if made else None


def _made(document: Document, reader: Reader) -> Job | None:
    pursuit = Pursuit.objects.owned_by(reader).filter(tailorings__document=document).first()
    if pursuit is None:
        return None
    letter = EmployerLetter.objects.owned_by(reader).filter(document=document).first()
    sent = Version.objects.visible_to(reader).filter(sendings__pursuit=pursuit)
    sent = sent.select_related("document").defer("text").order_by("-sendings__sent_at")
    return Job(pursuit, letter, sent, *folded(pursuit.posting))
