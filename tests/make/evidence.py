"""Texts beside the postings they answer, and who is asked about both."""

from django.urls import reverse

from accounts.models import User
from accounts.reader import Reader, as_account
from mentorship.circle.models import Invitation
from mentorship.circle.visitors.passes import as_visitor
from mentorship.documents.models import Version
from mentorship.jobsearch import actions
from mentorship.jobsearch.models import Pursuit
from tests import make

WANTED = """Requirements
• Kafka
• Wound care
• Budget management

Nice to have
• Terraform
"""
QUOTED = "Managed a budget"  # of it what answers the posting in other words
SHOWN = "Ada Okafor\n\nManaged a budget of £40,000\n\nNo experience with Kafka\n\nTerraform since 2019\n"


def answered(owner: User, *, posting: str = WANTED, text: str = SHOWN) -> tuple[Version, Pursuit]:
    """A text of hers that can be read, and a job for which it may be sent."""
    return make.ready_version(owner, text=text), make.pursuit(owner, posting=posting)


def address(version: Version, pursuit: Pursuit, name: str = "evidence") -> str:
    """Where the two are read beside each other, or changed."""
    return reverse(f"critique:{name}", args=[version.document.ref, version.number, pursuit.ref])


def for_a_job(asked: Invitation) -> Pursuit:
    """A job of the seeker's, for which she asked this, and a term that she left out."""
    pursuit = make.pursuit(asked.round.owner, posting=WANTED)
    actions.drop_term(pursuit, by=as_account(pursuit.owner), text="Terraform")
    asked.round.pursuit = pursuit
    asked.round.save()
    return pursuit


def asked_for(pursuit: Pursuit, version: Version, mentor: User, **asked: str) -> Invitation:
    """She is asked about this version for this job."""
    asked_her = make.invitation(version.document, mentor, **asked)
    asked_her.round.pursuit = pursuit
    asked_her.round.save()
    return asked_her


def mentor_for(pursuit: Pursuit, version: Version, name: str = "Ben", **asked: str) -> Reader:
    """The same, as whoever came by the letter."""
    return as_visitor(asked_for(pursuit, version, make.invited(name), name=name, **asked))
