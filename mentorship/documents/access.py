"""Who may do what with a document: the same law in Python that `visible_to` is in SQL."""

from dataclasses import dataclass
from typing import Literal

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.documents.models import Document, Grant
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.refused import Refused

Right = Literal["read", "comment", "own"]


@dataclass(frozen=True, slots=True)
class Rights:
    """What one reader may do with one document now."""

    read: bool = False
    comment: bool = False
    own: bool = False


NONE = Rights()
COMMENTER = Rights(read=True, comment=True)
OWNER = Rights(read=True, comment=True, own=True)


@composed
def _counting(reader: Reader, document: Document) -> QuerySet[Grant]:
    return Grant.objects.counting_for(reader).filter(document=document)


def is_owner(reader: Reader, document: Document) -> bool:
    """Whether it is hers, and she has signed in."""
    return reader.owns and reader.person == document.owner


def rights(reader: Reader, document: Document) -> Rights:
    """The widest of the reader's live grants in her scope; everything for the owner signed in."""
    if is_owner(reader, document):
        return OWNER
    grants = list(_counting(reader, document))
    if not grants:
        return NONE
    return Rights(read=True, comment=any(grant.may == Grant.May.COMMENT for grant in grants))


def require(by: Reader, right: Right, *, on: Document) -> Rights:
    """The rights of `by` on the document, once `right` is among them.

    Raises Refused "not-found" (404, the answer for what is not there) when she may not even read,
    "may-not" (403) when she may read but not do this.
    """
    held = rights(by, on)
    if not held.read:
        raise Refused("not-found", _("There is nothing here."), status=404)
    if not getattr(held, right):
        raise Refused("may-not", _("Only its owner can do this."), status=403)
    return held
