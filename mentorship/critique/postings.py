"""Which posting is read beside a document, and by whom."""

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.documents.access import is_owner
from mentorship.documents.models import Document
from mentorship.jobsearch.models import Pursuit


def posting_beside(document: Document, reader: Reader, *, job: str = "") -> Pursuit | None:
    """The job that the latest round about the document names; None where none does.

    For its seeker any of her rounds counts, for whoever was asked those whose invitation to her stands.

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
    return latest.pursuit if latest else None
