"""What became of what a seeker asked: a sentence for each person, and the next step."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.circle.status import is_awaited, is_put_off, status_of
from mentorship.critique.models import Review
from mentorship.documents.models import Document
from mentorship.documents.sentences.status import latest
from mentorship.toolbox.clock.dates import full_day
from mentorship.toolbox.questions.composed import composed
from mentorship.toolbox.questions.in_step import Asking
from mentorship.toolbox.words.phrases import listed, quoted

SHOWN = 4  # rounds on the desk; their own page has them all

Verdicts = dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Became:
    """One round: its name or what it was about, how it stands with each person, where to go on."""

    titles: str
    url: str
    asked: str
    sentences: list[str]
    step: str
    next: str


def rounds(reader: Reader) -> Asking[list[Became]]:
    """Her latest rounds, the newest first."""
    [asked] = yield (_latest(reader),)
    which = [one.pk for one in asked]
    finished, about, people = yield (
        _finished(reader, which),
        _documents(reader, which),
        _invitations(reader, which),
    )
    verdicts = {
        (review.round_id, review.mentor_id): review.get_verdict_display() for review in finished
    }
    documents, invitations = defaultdict(list), defaultdict(list)
    for document in about:
        documents[getattr(document, "asked_in", 0)].append(document)
    for invitation in people:
        invitations[invitation.round_id].append(invitation)
    return [_became(one, documents[one.pk], invitations[one.pk], verdicts) for one in asked]


@composed
def _latest(reader: Reader) -> QuerySet[Round]:
    return Round.objects.owned_by(reader).order_by("-created_at")[:SHOWN]


@composed
def _documents(reader: Reader, rounds: list[int]) -> QuerySet[Document]:
    """Each with the id of the round it was asked about in (`asked_in`); once for every such round."""
    asked_about = Document.objects.owned_by(reader).with_latest().filter(rounds__in=rounds)
    return asked_about.annotate(asked_in=F("rounds")).defer("draft", "note").order_by("pk")


@composed
def _invitations(reader: Reader, rounds: list[int]) -> QuerySet[Invitation]:
    return Invitation.objects.owned_by(reader).filter(round__in=rounds).with_letters()


@composed
def _finished(reader: Reader, rounds: list[int]) -> QuerySet[Review]:
    reviews = Review.objects.visible_to(reader).filter(round__in=rounds).exclude(finished_at=None)
    # Of two by one name her own comes last and stays: the other came by a link that was passed on.
    return reviews.order_by(F("hand").asc(nulls_last=True))


def _became(
    asked: Round, documents: list[Document], invitations: list[Invitation], verdicts: Verdicts
) -> Became:
    titles = listed(quoted(document.title) for document in documents)
    version = latest(documents[0]) if documents else None
    is_heard = any((asked.pk, one.person_id) in verdicts for one in invitations)
    page = asked.get_absolute_url()
    step, then = _("See how it stands"), page
    if is_heard and version:
        step, then = _("Read it beside your words"), version.get_absolute_url()
    if is_heard and not any(is_awaited(one) for one in invitations):
        step, then = _("Read it as one letter"), reverse("critique:letter", args=[asked.ref])
    return Became(
        titles=asked.name or titles or _("A deleted document"),
        url=page,
        asked=full_day(asked.created_at),
        sentences=[_sentence(one, verdicts) for one in invitations],
        step=step,
        next=then,
    )


def _sentence(invitation: Invitation, verdicts: Verdicts) -> str:
    """How it stands with one person, the latest first."""
    verdict = verdicts.get((invitation.round_id, invitation.person_id))
    day = invitation.put_off_until
    facts = {
        "name": invitation.name,
        "verdict": verdict,
        "word": status_of(invitation).word,
        "day": full_day(day) if day else "",
    }
    if verdict is not None and not invitation.revoked_at and not invitation.waits_for_another_look:
        said = _("%(name)s has finished: %(verdict)s.") if verdict else _("%(name)s has written.")
        return said % facts
    return (_still_to_come(invitation) or _("%(name)s: %(word)s.")) % facts


def _still_to_come(invitation: Invitation) -> str:
    """Of somebody who has not finished; empty where the word for how it stands says more."""
    if invitation.revoked_at or invitation.disowned_at or invitation.left_at:
        return ""
    if invitation.declined_at:
        return _("%(name)s can’t do it this time.")
    if invitation.begun_at:
        return _("%(name)s has begun.")
    if is_put_off(invitation):
        return _("%(name)s will look at it on %(day)s.")
    if invitation.waits_for_another_look:
        return _("You asked %(name)s for another look.")
    return _("%(name)s has opened your email.") if invitation.pressed_at else ""
