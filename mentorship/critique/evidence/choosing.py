"""Which text a job's posting is held beside, when its seeker does not say."""

from datetime import datetime

from django.db.models import Max, QuerySet

from accounts.reader import Reader
from mentorship.documents.models import Document, Version
from mentorship.jobsearch.checklist import AFTERWARDS
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.questions.composed import composed

MAX_TEXTS = 50  # texts to choose from
_NEEDED = ("ref", "kind", "title", "created_at")


@composed
def texts_of(reader: Reader) -> QuerySet[Document]:
    """Hers that can be read, each with the number of its newest version (`newest`); the newest first.

    Without what is written once a job has answered: no employer reads a debrief.
    """
    ready = Version.objects.visible_to(reader).ready()
    newest = Max("versions__number")
    hers = Document.objects.owned_by(reader).filter(versions__in=ready)
    hers = hers.exclude(kind__in=AFTERWARDS)
    return hers.only(*_NEEDED).annotate(newest=newest).order_by("-created_at")[:MAX_TEXTS]


def text_for(pursuit: Pursuit, texts: list[Document]) -> Document | None:
    """Of these the one made or sent for the job last, else the first résumé; None where there is none."""
    times: dict[int, datetime] = {}
    sent = pursuit.sendings.exclude(version=None).order_by("sent_at")
    times |= dict(sent.values_list("version__document", "sent_at"))
    made = pursuit.tailorings.values_list("document", "document__created_at")
    times |= {document: max(at, times.get(document, at)) for document, at in made}
    told = [one for one in texts if one.pk in times]
    if told:
        return max(told, key=lambda one: times[one.pk])
    resumes = (one for one in texts if one.kind == Document.Kind.RESUME)
    return next(resumes, next(iter(texts), None))
