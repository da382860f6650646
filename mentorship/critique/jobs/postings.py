"""Which posting is read beside a document, and by whom; and for which jobs its owner has it."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.documents.access import is_owner
from mentorship.documents.asides import Aside
from mentorship.documents.models import Document, Version, VersionQuerySet
from mentorship.jobsearch.checklist import is_for
from mentorship.jobsearch.models import Pursuit, Sending, Tailoring
from mentorship.toolbox.pages.addresses import address
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking


@dataclass(frozen=True, slots=True)
class Job:
    """One job a document is for: where it stands, and where its posting is held against the text."""

    called: str
    url: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Made:
    """What a document is for. `made_from` is the version it is a copy of, if it is one."""

    jobs: list[Job]
    made_from: Version | None


def posting_beside(document: Document, reader: Reader, *, job: str = "") -> Pursuit | None:
    """The job that the latest round about the document names; None where none does.

    For its seeker any of her rounds counts, and without one the job it was written for, or sent for last;
    for whoever was asked those whose invitation to her stands.

    job  the ref of one of several jobs; no other is found then
    """
    if is_owner(reader, document):
        rounds = Round.objects.owned_by(reader)
    else:
        stand = Invitation.objects.visible_to(reader).filter(round__documents=document)
        rounds = Round.objects.visible_to(reader).filter(pk__in=stand.order_by().values("round"))
    about = rounds.filter(documents=document).exclude(pursuit=None)
    about = about.filter(pursuit__ref=job) if job else about
    latest = about.select_related("pursuit").order_by("-pk").first()
    if latest:
        return latest.pursuit
    written_for = Pursuit.objects.owned_by(reader).filter(tailorings__document=document)
    sent = Pursuit.objects.owned_by(reader).filter(sendings__version__document=document)
    last_sent = sent.order_by("-sendings__sent_at")
    found = ((one.filter(ref=job) if job else one).first() for one in (written_for, last_sent))
    return next((one for one in found if one), None)


def is_for_a_job(document: Document) -> bool:
    """Whether it was written for one; asks nothing of a document that came with its `tailoring`."""
    made: Tailoring | None = getattr(document, "tailoring", None)  # most have none
    return made is not None and made.pursuit_id is not None


def jobs_of(document: Document, reader: Reader) -> Asking[Aside | None]:
    """To its owner: the jobs that its rounds name, that it was made for or sent for. None without any."""
    about = (_jobs(reader, document.pk), _made_from(reader, document.pk))
    pursuits, made_from, ready = yield (*about, _newest(reader, document.pk))
    if not (pursuits or made_from):
        return None
    newest = ready[0] if ready and is_for(document.kind) else None
    jobs = [
        Job(one.called, one.get_absolute_url(), _evidence(document, newest, one))
        for one in pursuits
    ]
    made = Made(jobs, made_from[0] if made_from else None)
    return Aside("critique/jobs/_jobs_of_document.html", made)


@composed
def _jobs(reader: Reader, document: int) -> QuerySet[Pursuit]:
    rounds = Round.objects.owned_by(reader).filter(documents=document).exclude(pursuit=None)
    made = Tailoring.objects.filter(document__in=Document.objects.owned_by(reader))
    made = made.filter(document=document)
    sent = Sending.objects.owned_by(reader).filter(version__document=document)
    named = Q(pk__in=rounds.values("pursuit")) | Q(pk__in=made.values("pursuit"))
    named |= Q(pk__in=sent.values("pursuit"))
    mine = Pursuit.objects.owned_by(reader).without_posting()
    return mine.filter(named).order_by("-created_at", "-pk")


@composed
def _made_from(reader: Reader, document: int) -> QuerySet[Version]:
    """The version that the document is a copy of, if it is one."""
    copies = Document.objects.owned_by(reader).filter(pk=document)
    origin = Version.objects.visible_to(reader).filter(tailorings__document__in=copies)
    return origin.select_related("document").defer("text", "document__draft")


@composed
def _newest(reader: Reader, document: int) -> QuerySet[Version, int]:
    ready = Version.objects.visible_to(reader).ready().filter(document=document)
    return ready.order_by("-number").values_list("number", flat=True)[:1]


def _evidence(document: Document, number: int | None, pursuit: Pursuit) -> str:
    return address("critique:evidence", document.ref, number, pursuit.ref) if number else ""


def sent_for(pursuit: Pursuit, reader: Reader) -> VersionQuerySet:
    """The versions sent for the job that `reader` may read, the last first; without their text."""
    sent = Version.objects.visible_to(reader).ready().filter(sendings__pursuit=pursuit)
    return sent.select_related("document").defer("text").order_by("-sendings__sent_at")
