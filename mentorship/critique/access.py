"""Who may do what in a thread and in a round: the same law in Python that `visible_to` is in SQL."""

from dataclasses import dataclass, replace
from typing import Literal

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.circle.visitors.passes import as_visitor
from mentorship.critique.models import Comment, Review, Thread
from mentorship.critique.models.hands import wrote
from mentorship.documents import access as documents
from mentorship.documents.access import rights
from mentorship.documents.models import Document, Grant
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.refused import Refused

Right = Literal[
    "comment", "read", "reply", "resolve", "place", "settle", "agree", "finish", "note", "own"
]


@dataclass(frozen=True, slots=True)
class ThreadRights:
    """What one reader may do with one thread now.

    agree   with someone else's point, as one who is asked
    settle  say whether a change was about it, and what becomes of its suggestions: the seeker alone
    """

    read: bool = False
    reply: bool = False
    resolve: bool = False
    place: bool = False
    settle: bool = False
    agree: bool = False


NONE = ThreadRights()


def thread_rights(reader: Reader, thread: Thread) -> ThreadRights:
    """Its author and the seeker see it; others as the round allows. A draft is its author's alone."""
    held = rights(reader, thread.document)
    if not held.read or thread.deleted_at:
        return NONE
    is_hers = wrote(reader, person=thread.author_id, asked=thread.round_id, hand=thread.hand_id)
    in_her_name = reader.person is not None and thread.author_id == reader.person.pk
    was_sent = thread.changed_at is not None
    if not (is_hers or (was_sent and (held.own or _is_shown(thread, reader)))):
        return NONE
    answers = held.own or (held.comment and asked_in(reader, thread.document).exists())
    is_point = was_sent and not thread.is_the_seekers
    return ThreadRights(
        read=True,
        reply=was_sent and answers,
        resolve=(was_sent or thread.is_note) and (held.own or is_hers),
        place=held.own or is_hers,
        settle=is_point and held.own,
        agree=is_point and answers and not (held.own or in_her_name),
    )


def _is_shown(thread: Thread, reader: Reader) -> bool:
    asked = thread.round
    if asked is None or not _grants(reader, thread.document, asked).exists():
        return False
    if thread.asks_all:
        return True
    if asked.openness == Round.Openness.BLIND_FIRST:
        finished = Review.objects.filter(round=asked).exclude(finished_at=None)
        theirs = finished.filter(mentor=thread.author_id, hand=thread.hand_id)
        return finished.own(reader).exists() and (thread.author_id is None or theirs.exists())
    return asked.openness == Round.Openness.TABLE


def _grants(reader: Reader, document: Document, asked: Round) -> QuerySet[Grant]:
    invitations = Invitation.objects.filter(round=asked)
    return Grant.objects.counting_for(reader).filter(
        source=Grant.Source.INVITATION,
        document=document,
        source_id__in=invitations.values("pk"),
    )


def asked_in(
    reader: Reader, document: Document | None = None, *, or_closed: bool = False
) -> QuerySet[Round]:
    """Open rounds in which she may comment now, on this document or any; or those that are closed, too.

    First those in which she has drafts (`has_drafts`), then the latest.
    """
    grants = Grant.objects.counting_for(reader).filter(
        source=Grant.Source.INVITATION, may=Grant.May.COMMENT
    )
    if document:
        grants = grants.filter(document=document)
    invitations = Invitation.objects.filter(pk__in=grants.values("source_id"), person=reader.person)
    drafts = Comment.objects.drafts().by(reader).filter(review__round=OuterRef("pk"))
    rounds = Round.objects.filter(pk__in=invitations.values("round"))
    found = rounds if or_closed else rounds.filter(closed_at=None)
    return found.annotate(has_drafts=Exists(drafts)).order_by("-has_drafts", "-pk")


def require(by: Reader, right: Right, *, on: Document | Thread | Round) -> None:
    """Pass when `by` may do this: "comment" on or "own" a document, "finish", "own" or "note" in a
    round, which may be closed by then, the rest in a thread.

    Raises Refused "not-found" (404, the answer for what is not there) when she may not even read
    it, "may-not" (403) when she may read but not do this.
    """
    if isinstance(on, Document):
        documents.require(by, "own" if right == "own" else "comment", on=on)
        return
    if isinstance(on, Round):
        hers = _owned if right == "own" else _asked_or_closed if right == "note" else _asks
        held, may = hers(by, on).exists(), True
    else:
        in_thread = thread_rights(by, on)
        held, may = in_thread.read, getattr(in_thread, right)
    if not held:
        raise Refused("not-found", _("There is nothing here."), status=404)
    if not may:
        raise Refused("may-not", _("You can read this but not reply."), status=403)


def round_for(by: Reader, document: Document) -> Round:
    """The round in which she comments on this document.

    Raises Refused "own" on her own document, "closed" when no round asks her any more.
    """
    return first_round(list(rounds_for(by, document)), by, document)


def first_round(rounds: list[Round], by: Reader, document: Document) -> Round:
    """As `round_for`, of what `rounds_for` gave."""
    if rounds:
        return rounds[0]
    if rights(by, document).own:
        raise Refused("own", _("This is yours: ask people to comment, and answer what they say."))
    raise Refused("closed", _("This round has ended. What you wrote before stays where it is."))


@composed
def rounds_for(by: Reader, document: Document) -> QuerySet[Round]:
    """Those in which she may comment on it, with their owner; first the one that `round_for` takes."""
    return asked_in(by, document).select_related("owner")


@composed
def _owned(by: Reader, asked: Round) -> QuerySet[Round]:
    return Round.objects.owned_by(by).filter(pk=asked.pk)


@composed
def _asks(by: Reader, asked: Round) -> QuerySet[Round]:
    return asked_in(by).filter(pk=asked.pk)


@composed
def _asked_or_closed(by: Reader, asked: Round) -> QuerySet[Round]:
    return asked_in(by, or_closed=True).filter(pk=asked.pk)


def as_mentor(review: Review) -> Reader:
    """The reader by whose hand this review is written: its mentor by her letter, or a copied link."""
    asked = Invitation.objects.get(round=review.round, person=review.mentor)
    if review.hand_id is None:
        return as_visitor(asked)
    return replace(as_visitor(asked, is_passed_on=True), hands=frozenset([review.hand_id]))
