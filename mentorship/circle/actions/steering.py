"""A round that was asked is changed: another name or day, one question more, more people."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.addresses import identity
from accounts.reader import Reader
from mentorship.circle import asking, kinds, limits
from mentorship.circle.access import require, require_open
from mentorship.circle.asking import Ask, Invitee
from mentorship.circle.lengths import MAX_QUESTIONS
from mentorship.circle.models import Invitation, Round
from mentorship.circle.reminders import wanted
from mentorship.circle.visitors import pass_making
from mentorship.notifications.notices import tell
from mentorship.toolbox.refused import Refused
from mentorship.trail.actions import write


@transaction.atomic
def change(
    asked: Round, *, by: Reader, name: str, wanted_by: date | None, question: str = ""
) -> bool:
    """Whether somebody is told: of another day those who are still asked, with reminders that follow
    it; of a question those who have answered as well. Of a closed round nobody.

    Raises Refused "questions" for a fourth one.
    """
    require(by, "own", on=asked)
    kept = pass_making.locked_round(asked)
    is_dated = wanted_by != kept.wanted_by
    is_new = bool(question) and question not in kept.questions
    if is_new and len(kept.questions) >= MAX_QUESTIONS:
        sentence = _("This round has three questions already, and more would be too many.")
        raise Refused("questions", sentence, field="question")
    kept.name, kept.wanted_by = name, wanted_by
    kept.questions = [*kept.questions, question] if is_new else kept.questions
    kept.save(update_fields=["name", "wanted_by", "questions"])
    write("changed", f"round:{asked.ref}", owner=kept.owner, by=by)
    told = [_follow(one, by=by, is_dated=is_dated, is_new=is_new) for one in _in(kept)]
    return any(told) and kept.closed_at is None


@transaction.atomic
def add_people(asked: Round, *, by: Reader, people: Iterable[Invitee]) -> list[Invitation]:
    """Ask these people, too, what the others were asked. Whoever is in the round already is left out.

    Raises Refused "closed" with the round, and RowsRefused and "too-many" as `ask`.
    """
    require(by, "own", on=asked)
    kept = pass_making.locked_round(asked)
    require_open(kept)
    there = list(Invitation.objects.owned_by(by).filter(round=kept).order_by("pk"))
    known = {one.email for one in there} | {identity(one.person.email) for one in there}
    new = [one for one in people if identity(one.email) not in known]
    met = asking.meet(kept.owner, new)
    limits.require_letters(kept.owner, [person for person, _called in met], by=by)
    facts = Ask(
        may_answer_by_mail=any(one.may_answer_by_mail for one in there),
        always_by_code=any(one.always_by_code for one in there),
    )
    documents = list(kept.documents.order_by("pk"))
    return [asking.invite(kept, who, called, facts, documents, by=by) for who, called in met]


def _in(asked: Round) -> list[Invitation]:
    """Those of the round that still stand, locked in the order in which all are locked."""
    hers = Invitation.objects.live().filter(round=asked, declined_at=None, left_at=None)
    whole = hers.select_related("round__owner", "person").order_by("pk")
    return list(whole.select_for_update(of=("self",)))


def _follow(invitation: Invitation, *, by: Reader, is_dated: bool, is_new: bool) -> bool:
    """The reminders follow the day; whether its person is told of what concerns her."""
    is_concerned = is_dated and invitation.answered_at is None and not invitation.asked_again_at
    if is_concerned:
        invitation.reminders = 0
        invitation.remind_at = None if invitation.round.closed_at else wanted.next_one(invitation)
        invitation.save(update_fields=["reminders", "remind_at"])
    if not (is_concerned or is_new) or invitation.round.closed_at:
        return False
    if not pass_making.may_have_heard(invitation):  # her first letter will say it
        return False
    if not limits.is_about_to_hear(kinds.CHANGED, invitation):
        tell(kinds.CHANGED, thing=invitation.thing, actor=by.person, people=[invitation.person])
    return True
