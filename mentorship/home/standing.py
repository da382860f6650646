"""How one invitation stands, told to whoever was asked: what waits, what was, what became of it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorship.circle.models import Invitation
from mentorship.critique.models import Review, Thanks, Thread
from mentorship.documents.models import Document, Version
from mentorship.toolbox.clock.dates import full_day


@dataclass(frozen=True, slots=True)
class Points:
    """Of her points in one round that were sent: how many are used, and in the latest version already."""

    sent: int = 0
    judged: int = 0
    used: int = 0
    placed: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """One invitation with what is known of it by the way its reader came in.

    news      how far the seeker came with her points in what was sent, if she was told; `Thanks.News`
    note      what she wrote down for herself alone
    is_known  she signed in, or came by a letter of hers; by a link that was passed on nobody knows who
              came, and what its mentor did is not told
    """

    invitation: Invitation
    documents: list[Document]
    review: Review | None
    points: Points | None
    questions: list[Thread]
    note: str
    is_known: bool
    news: str = ""

    @property
    def has_answered(self) -> bool:
        """Whether what she sent stands, and no other look is waited for."""
        return self.review is not None and not (
            self.is_known and self.invitation.waits_for_another_look
        )

    @property
    def waits(self) -> bool:
        """Whether an answer of hers is still looked for."""
        one = self.invitation
        if one.round.closed_at or (self.is_known and (one.declined_at or one.left_at)):
            return False
        return bool(self.questions) or not self.has_answered

    @property
    def by_date(self) -> tuple[bool, str]:
        """The nearest date first, and last what has none."""
        day = self.invitation.due_on
        return day is None, str(day)


def job(row: Standing) -> str:
    """For which job she was asked; empty where the seeker named none."""
    pursuit = row.invitation.round.pursuit
    return pursuit.called if pursuit else ""


def posting(row: Standing, version: Version | None) -> str:
    """Where its advert is read beside that version."""
    pursuit = row.invitation.round.pursuit
    if pursuit is None or version is None:
        return ""
    here = reverse("critique:posting", args=[version.document.ref, version.number])
    return f"{here}?job={pursuit.ref}"


def wish(row: Standing) -> str:
    """By when an answer is hoped for, where what waits was begun or put off: else that says it."""
    due = row.invitation.due_on
    if due is None or row.has_answered or not (_has_drafts(row) or _is_promised(row)):
        return ""
    facts = {"name": row.invitation.seeker.name, "day": full_day(due)}
    return _("%(name)s would like to hear by %(day)s.") % facts


def _is_promised(row: Standing) -> bool:
    """Whether she said on which day she would look, and it has not passed."""
    day = row.invitation.put_off_until
    return row.is_known and day is not None and day >= timezone.localdate()


def news(row: Standing) -> str:
    """How far the seeker came with her advice; empty while she was told nothing."""
    sentences = {
        Thanks.News.INTERVIEW: _(
            "%(name)s got an interview, and your advice was in what was sent."
        ),
        Thanks.News.OFFER: _("%(name)s got an offer, and your advice was in what was sent."),
        Thanks.News.HIRED: _("%(name)s got the job, and your advice was in what was sent."),
    }
    if not (row.news and row.is_known):
        return ""
    return sentences[Thanks.News(row.news)] % {"name": row.invitation.seeker.name}


def step(row: Standing) -> str:
    """What to do about it."""
    return _("Go on, or send it") if _has_drafts(row) else _("Have a look")


def _has_drafts(row: Standing) -> bool:
    begun = row.is_known and row.invitation.begun_at is not None
    return begun and not row.invitation.waits_for_another_look


def what_was(row: Standing) -> str:
    """Why nothing waits."""
    review, invitation = row.review, row.invitation
    if review is not None and review.finished_at is not None:
        day = {"day": full_day(review.finished_at), "verdict": review.get_verdict_display()}
        finished, wrote = _("You finished on %(day)s: %(verdict)s."), _("You wrote on %(day)s.")
        return (finished if review.verdict else wrote) % day
    if invitation.declined_at and row.is_known:
        return _("You couldn’t do it this time.")
    if invitation.left_at and row.is_known:
        return _("You stepped back from it.")
    return _("%(name)s no longer needs an answer.") % {"name": invitation.seeker.name}


def what_waits(row: Standing) -> str:
    """What is hoped for, or promised."""
    invitation = row.invitation
    due, promised = invitation.due_on, invitation.put_off_until
    facts = {"name": invitation.seeker.name, "day": full_day(due) if due else ""}
    if row.has_answered:
        told = ngettext(
            "%(name)s has one more question for you.",
            "%(name)s has %(count)s more questions for you.",
            len(row.questions),
        )
        return told % (facts | {"count": len(row.questions)})
    if _has_drafts(row):
        return _("What you wrote is not sent yet.")
    if promised and _is_promised(row):
        return _("You said you would look at it on %(day)s.") % {"day": full_day(promised)}
    if row.is_known and invitation.waits_for_another_look:
        again = _("%(name)s would like you to have another look by %(day)s.")
        return (again if due else _("%(name)s would like you to have another look.")) % facts
    wish = _("%(name)s would like to hear from you by %(day)s.")
    return (wish if due else _("%(name)s would like to hear what you think.")) % facts


def became(row: Standing, points: Points, version: Version | None) -> str:
    """Of the points she sent, what was made."""
    facts = {"count": points.sent, "used": points.used, "placed": points.placed}
    facts["number"] = version.number if version else 0
    if points.placed and version and len(row.documents) == 1:
        told = ngettext(
            "Your point is in version %(number)s.",
            "In version %(number)s: %(placed)s of your %(count)s points.",
            points.sent,
        )
    elif points.used:
        told = ngettext(
            "Your point is used.", "Used: %(used)s of your %(count)s points.", points.sent
        )
    elif points.judged:
        told = ngettext(
            "Your point was considered, and is not used.",
            "Your points were considered, and none is used so far.",
            points.sent,
        )
    else:
        told = ngettext("You sent %(count)s point.", "You sent %(count)s points.", points.sent)
    return told % facts
