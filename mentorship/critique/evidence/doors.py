"""Which postings may be read beside a document, and in which round a mentor says what she sees of one."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.critique.access import asked_in
from mentorship.documents.access import Rights
from mentorship.documents.models import Document, Grant
from mentorship.jobsearch.models import Pursuit
from mentorship.toolbox.questions.composed import Answer, composed
from mentorship.toolbox.refused import Refused


def pursuits_beside(document: Document, reader: Reader, held: Rights) -> QuerySet[Pursuit]:
    """To its owner all of hers; to others those of rounds that ask them about this document."""
    return Pursuit.objects.owned_by(reader) if held.own else _in_rounds(document, reader)


def _in_rounds(document: Document, reader: Reader) -> QuerySet[Pursuit]:
    grants = Grant.objects.counting_for(reader).filter(
        source=Grant.Source.INVITATION, document=document
    )
    invitations = Invitation.objects.filter(pk__in=grants.values("source_id"))
    rounds = Round.objects.filter(pk__in=invitations.values("round"))
    return Pursuit.objects.filter(pk__in=rounds.values("pursuit"))


def pursuit_beside(document: Document, reader: Reader, held: Rights, ref: str) -> Answer[Pursuit]:
    """The one of them with this ref, if it is among them."""
    return _own(reader, ref) if held.own else _asked_for(document, reader, ref)


@composed
def _own(reader: Reader, ref: str) -> QuerySet[Pursuit]:
    return Pursuit.objects.owned_by(reader).filter(ref=ref)


@composed
def _asked_for(document: Document, reader: Reader, ref: str) -> QuerySet[Pursuit]:
    return _in_rounds(document, reader).filter(ref=ref)


def round_about(pursuit: Pursuit, by: Reader, document: Document) -> Round:
    """The open round in which she comments on this document for this job. Raises Refused "closed"."""
    found = asked_in(by, document).filter(pursuit=pursuit).first()
    if found is None:
        raise Refused("closed", _("This round has ended. What you said before stays where it is."))
    return found
