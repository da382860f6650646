"""What became of what a seeker asked: a sentence for each person, and the next step."""

from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.reader import Reader
from mentorship.circle.models import Invitation, Round
from mentorship.circle.status import status_of
from mentorship.critique.models import Review
from mentorship.documents.sentences.status import latest
from mentorship.toolbox.dates import full_day
from mentorship.toolbox.phrases import listed, quoted

SHOWN = 4  # rounds on the desk; their own page has them all

Verdicts = dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class Became:
    """One round: what it was about, how it stands with each person, where to go on."""

    titles: str
    url: str
    asked: str
    sentences: list[str]
    step: str
    next: str


def rounds(reader: Reader) -> list[Became]:
    """Her latest rounds, the newest first."""
    asked = list(Round.objects.owned_by(reader).with_progress()[:SHOWN])
    reviews = Review.objects.visible_to(reader).filter(round__in=asked).exclude(finished_at=None)
    # Of two by one name her own comes last and stays: the other came by a link that was passed on.
    reviews = reviews.order_by(F("hand").asc(nulls_last=True))
    verdicts = {
        (review.round_id, review.mentor_id): review.get_verdict_display() for review in reviews
    }
    return [_became(one, verdicts) for one in asked]


def _became(asked: Round, verdicts: Verdicts) -> Became:
    documents = list(asked.documents.all())
    titles = listed(quoted(document.title) for document in documents)
    invitations = list(asked.invitations.all())
    version = latest(documents[0]) if documents else None
    is_heard = version and any((asked.pk, one.person_id) in verdicts for one in invitations)
    page = asked.get_absolute_url()
    return Became(
        titles=titles or _("A deleted document"),
        url=page,
        asked=full_day(asked.created_at),
        sentences=[_sentence(one, verdicts) for one in invitations],
        step=_("Read it beside your words") if is_heard else _("See how it stands"),
        next=version.get_absolute_url() if version and is_heard else page,
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
        return _("%(name)s cannot do it this time.")
    if invitation.begun_at:
        return _("%(name)s has begun.")
    if invitation.put_off_until and invitation.put_off_until >= timezone.localdate():
        return _("%(name)s looks at it on %(day)s.")
    if invitation.waits_for_another_look:
        return _("You asked %(name)s for another look.")
    return _("%(name)s has opened your letter.") if invitation.pressed_at else ""
